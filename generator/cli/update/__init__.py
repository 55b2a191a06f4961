"""``vanban update``: derived plans brought up to date, conflicts shown and decided."""
