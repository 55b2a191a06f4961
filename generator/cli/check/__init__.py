"""``vanban check``: any document judged by the decree, corrected and commented copies, an office's project file."""
