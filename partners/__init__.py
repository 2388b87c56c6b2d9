"""Who works here: regions, organisations, people, roles, mandates, contact points and grounds."""
