"""What a page shows: plain Dutch values from the engine and the directory. No HTML, no database."""
