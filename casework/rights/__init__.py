"""Requests of persons concerned: registered once, answered by each partner for its own data."""
