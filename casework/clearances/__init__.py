"""The pages on which people are named for a theme, until a day."""
