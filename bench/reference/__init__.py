"""The reference in docs/reference, written from the code; `tests/test_docs.py` fails when the two differ."""
