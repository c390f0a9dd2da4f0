"""The rules, one folder a group of the catalogue, one module a rule or a few that share a search.

A module lists what it has in ``RULES``; modules whose names begin with an underscore are help.
"""
