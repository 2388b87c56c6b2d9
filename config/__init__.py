"""The composition root: settings, URLs and the servers of the embedded default."""
