"""Measures each budget of the design beside its yardstick: `python -m bench`."""
