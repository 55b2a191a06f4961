"""``vanban roll``: a plan taken on to another year, with what is known of the old one."""
