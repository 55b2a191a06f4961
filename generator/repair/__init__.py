"""Repair of what is safe in a Word file, and findings written into it as comments."""
