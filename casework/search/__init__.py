"""Search over what one may see; nothing that is kept closest is in its index."""
