"""The proof on the rendered page: each measurable requirement of GB/T 9704-2012, measured."""
