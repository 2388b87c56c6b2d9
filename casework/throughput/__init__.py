"""What secretaries steer on: how the work flows through a region, never a case or a person."""
