"""What belongs to files alone: names, kinds, the virus scanner and where they are kept."""
