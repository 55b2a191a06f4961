"""The workbook in which a unit tells of its plan for one period: its tasks, the statistical forms, its words."""
