"""Finding one's way: route maps, directory and glossary → index → hits. Pure, in memory, the same on every database."""
