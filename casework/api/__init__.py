"""Cases and requests as other systems read them."""
