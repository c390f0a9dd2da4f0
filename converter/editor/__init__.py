"""The language server: the linter in an editor, while a draft is being written.

The server needs pygls (``pip install gongwen[lsp]``); nothing else in the package imports it.
"""
