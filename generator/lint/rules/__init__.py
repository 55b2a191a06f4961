"""The rules by group; a module put here is found by itself, each rule registers with ``generator.lint.rule.rule``."""
