"""Spreadsheets read into sheets of text, and the tables of tasks found in them."""
