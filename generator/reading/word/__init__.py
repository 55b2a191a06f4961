"""Word files read into components: the paragraphs as Word shows them, in reading order."""

from generator.reading.word.edits import edits_of, typed_paragraphs
from generator.reading.word.reader import WordReading, read_word, read_word_components

__all__ = ["WordReading", "edits_of", "read_word", "read_word_components", "typed_paragraphs"]
