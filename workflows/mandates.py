"""Mandates that a step may ask for, as they stand on a membership."""

HOVJ = "hulpofficier van justitie"
