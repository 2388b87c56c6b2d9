"""What each step asks; a form checks shape alone, for pages and API alike."""
