"""Variations that recur: each replaces an edge of the spine and adds its steps."""
