"""``vanban template``: the Word templates, their fields, the check of one's own; which template a command takes."""
