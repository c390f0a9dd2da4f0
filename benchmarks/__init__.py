"""Speed and memory of gongwen beside the tools that do the same work: ``make bench``."""
