"""R: what was left in, masked, cut out or damaged."""
