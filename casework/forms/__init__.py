"""Forms and fields of the case; they check shape alone, for pages and API alike."""
