"""Access that ends by itself: shown to whom it concerns, and told before."""
