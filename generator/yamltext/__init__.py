"""YAML and JSON texts in and out: plain data with the line of every value, or every fault at once in Vietnamese.

Knows no model. The stores of registers and documents parse here, validate with their own models and turn what
pydantic says into diagnostics with ``validation_diagnostics``.
"""

from generator.yamltext.edit import edited_yaml
from generator.yamltext.glance import glance
from generator.yamltext.parser import check_format, parse_yaml
from generator.yamltext.rewrite import rewritten_yaml
from generator.yamltext.tree import Located, dotted
from generator.yamltext.validation import validation_diagnostics
from generator.yamltext.writer import dump_yaml

__all__ = [
    "Located",
    "check_format",
    "dotted",
    "dump_yaml",
    "edited_yaml",
    "glance",
    "parse_yaml",
    "rewritten_yaml",
    "validation_diagnostics",
]
