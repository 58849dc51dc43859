"""Builds the tables of names that `octavo.core.text.gazetteer` reads, from free data and from the lists in this folder."""
