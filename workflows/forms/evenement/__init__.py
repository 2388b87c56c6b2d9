"""The questions of the regime for events, in the order of its path."""
