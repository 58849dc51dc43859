"""The `octavo` command: one file per noun."""
