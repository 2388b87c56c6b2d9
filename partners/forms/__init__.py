"""Forms of the partners' pages."""
