"""D: elements of official documents (GB/T 9704)."""
