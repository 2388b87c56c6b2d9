"""The order of the steps: the shared path, the regimes, their formules and terms."""
