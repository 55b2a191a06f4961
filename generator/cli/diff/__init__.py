"""``vanban diff``: what changed between two versions of a document, as text, page or workbook."""
