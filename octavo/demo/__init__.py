"""The demo: a small world of freely licensed news and a loopback web server that publishes it, so that a first run needs no internet.

The texts and pictures in `data/` are not the program's: each keeps its own licence, see `data/NOTICE`.
"""
