"""The tree, the notes and the proofs of a sealed trail; without Django, so that anyone verifies."""
