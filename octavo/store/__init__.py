"""The only place that knows SQL: schema, transactions, what differs between the two databases, one file per family of tables."""
