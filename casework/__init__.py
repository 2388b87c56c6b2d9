"""The case, and everything known of it, by whom."""
