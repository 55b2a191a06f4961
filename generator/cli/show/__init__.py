"""``vanban show``: what was understood of a file."""
