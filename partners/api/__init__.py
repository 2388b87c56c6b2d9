"""What every address below /api/ shares: who acts, one form of mistake, pages, and the trail."""
