"""``vanban report``, ``aggregate`` and ``remind``: what units tell of a period, theirs, added up, asked for."""
