"""The questions of a persoonsgerichte aanpak: report, triage, overleg, plan and its course."""
