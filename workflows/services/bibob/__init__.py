"""What the steps of the Bibob regime do, by part of the path."""
