"""The watch over deadlines: reminds, warns and escalates, each once."""
