"""The check of a template before any rendering: its tags, its fields, how they stand, and the styles it needs."""

from generator.templates.check.checker import ANY_KIND, CheckedTemplate, check_template, inspect_template

__all__ = ["ANY_KIND", "CheckedTemplate", "check_template", "inspect_template"]
