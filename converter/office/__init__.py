"""LibreOffice as a program that turns files into other files, for readers and writers."""
