"""The questions of the Bibob regime, by part of the path."""
