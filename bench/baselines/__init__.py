"""Bare Flask applications to compare with; each is a module with an `application`."""
