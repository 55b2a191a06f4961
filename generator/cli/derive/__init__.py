"""``vanban derive``: plans of lower offices from those of higher ones, with the lists and the coverage beside them."""
