"""Folding: which story an article belongs to, which texts are one origin, which stories are related."""
