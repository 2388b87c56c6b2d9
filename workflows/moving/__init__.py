"""Moving running cases to another version of their formule: rehearsed first, undone if need be."""
