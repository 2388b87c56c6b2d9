"""What each step of a persoonsgerichte aanpak does: the way in, the overleg, the plan."""
