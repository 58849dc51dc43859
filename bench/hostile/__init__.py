"""The hostile web against the product's own poll, read and pages: `python -m bench.hostile --server PATH`."""
