"""The real regions, gemeenten, units, parketten and grounds, as dated data with a loader."""
