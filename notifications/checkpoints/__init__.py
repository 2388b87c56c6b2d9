"""Checkpoints that leave the house: the page, the addresses, and what is sent to them."""
