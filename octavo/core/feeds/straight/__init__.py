"""The usual feed, read straight from an lxml tree in a fraction of feedparser's time.

Only plainly well-formed RSS 2.0 and Atom 1.0, made of the elements in `tables`, is read here, and it is read as
feedparser reads it: the same facts under the same names, its habits included. Whatever else turns up, be it a single
element or attribute, the whole document is given back for feedparser to read. Tests compare the two.
"""
