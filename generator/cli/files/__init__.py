"""The files of all commands: any file that holds a document or a directory read, documents made written."""
