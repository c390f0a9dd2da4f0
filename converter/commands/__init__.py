"""What the commands do, whoever parsed their options: a module each, with ``run(options)``."""
