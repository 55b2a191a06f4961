"""``python -m generator`` is the command ``vanban``."""

from generator.cli.entry import main

main()
