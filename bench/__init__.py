"""What `make bench` runs; each module prints a table and asserts nothing about time."""
