"""Effective formatting: what Word shows, resolved from styles, defaults, theme, tables and numbering."""
