"""A document set in a layout: what stands where, and on which page, before any output format.

``compose`` makes a composition of a document; ``blocks`` says what one is made of; the DOCX and
HTML writers write it, and ``pages`` counts its pages.
"""
