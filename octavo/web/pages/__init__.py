"""Pages: one file each, each with its `routes`."""
