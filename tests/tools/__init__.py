"""What the tests lean on: outside judges of a DOCX, fonts to measure with, places of files."""
