"""Arabic pages with labels, made of the demo world's free texts in page designs as Arabic outlets have them.

Labelled Arabic pages are scarce, so these are made: the texts are real, the outlets and the names of writers are invented,
the templates are written after the mark-up of real sites. A result on them says how well such designs are read, not how
well Arabic outlets are.
"""
