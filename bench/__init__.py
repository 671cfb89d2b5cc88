"""The speed table of the design, measured by `python -m bench`: ratios in one run, the same server on both sides."""
