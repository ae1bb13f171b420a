"""From bytes to reports: one file for each kind of input, `read.py` to choose between them."""
