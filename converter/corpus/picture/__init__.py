"""The picture of a corpus: what the manifest of an output folder says of its reports, counted.

``counting`` counts, ``names`` knows what kinds and parts are called, ``page`` and ``data`` show it:
as one page of the same looks as the lint report, and as JSON.
"""
