"""``vanban issue``: number and day of a signed document put into each kind of file."""
