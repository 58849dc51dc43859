"""What `make bench` runs: prints tables and asserts nothing about time; each bench is itself run small by a test."""
