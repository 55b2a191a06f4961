"""The clerk's form: a document as an Excel workbook, written and read without loss, its faults named by cell."""
