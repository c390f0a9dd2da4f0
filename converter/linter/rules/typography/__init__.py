"""T: wording and punctuation (GB/T 15834, GB/T 15835)."""
