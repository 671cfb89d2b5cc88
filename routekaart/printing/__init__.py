"""HTML → PDF, for the file of a case and for handouts. WeasyPrint lives in processes of its own (see worker)."""
