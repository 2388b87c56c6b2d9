"""Formules: per theme, which partner does what, on which ground, within which term."""
