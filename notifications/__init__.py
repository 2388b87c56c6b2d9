"""Hears everyone, heard by nobody."""
