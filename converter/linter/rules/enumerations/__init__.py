"""E: enumerations inside the text (一是, 二是)."""
