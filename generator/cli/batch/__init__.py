"""``vanban batch``: many documents in one call; an order file says what is done with which files."""
