"""What is asked after aggression against people of the gemeente; all of it in class W."""
