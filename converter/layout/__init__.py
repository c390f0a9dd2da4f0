"""How a document must look: exact lengths, and the figures of each kind of layout as data.

Nothing here knows an output format; writers and checkers read the same table.
"""
