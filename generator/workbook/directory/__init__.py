"""The directory of units as a workbook: a sheet for the units, one for each of their lists, two for the classes."""
