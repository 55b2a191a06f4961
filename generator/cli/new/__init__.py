"""``vanban new``: forms, skeletons and progress workbooks to be filled in."""
