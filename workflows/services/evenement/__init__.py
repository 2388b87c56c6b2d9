"""What the steps of the regime for events do."""
