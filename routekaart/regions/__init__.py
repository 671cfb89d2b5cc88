"""The regions: the document that holds one, the municipalities that lead to it, and what is published."""
