"""The linter: rules, the engine that runs them, and the forms of their report."""
