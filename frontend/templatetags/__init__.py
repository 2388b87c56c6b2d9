"""The few template tags the components need."""
