"""A small hostile web: one path per behaviour that a fetcher must survive, and what must come of it."""
