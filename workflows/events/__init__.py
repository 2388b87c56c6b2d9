"""The regional calendar of events: what an event asks, where events clash, how risky one is."""
