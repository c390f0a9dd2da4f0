"""A whole corpus: one kind of work done with every input, here or elsewhere, and recorded.

``work`` says what is done with one input; ``crew`` who does it (this process, others, a cluster);
``flow`` hands out the inputs and takes the outcomes back in order; ``manifest`` records them;
``run`` puts the four together over an output folder.
"""
