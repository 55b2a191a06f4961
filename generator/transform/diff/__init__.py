"""Two documents compared: what was added, removed, moved and changed, by task, target, base, recipient and line."""
