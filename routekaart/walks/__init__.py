"""Walks, sealed: only who holds the resume code can read one."""
