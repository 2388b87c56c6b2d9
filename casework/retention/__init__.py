"""How long each partner keeps what it put in, and how it is destroyed: by two, and on record."""
