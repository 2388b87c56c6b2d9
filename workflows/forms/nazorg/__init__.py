"""The questions of nazorg: before the plan, for the plan, and from the release on."""
