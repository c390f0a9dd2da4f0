"""One module a rule, or a family of rules that share their reading; each lists ``RULES``."""
