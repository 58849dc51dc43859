"""The web, politely: documents by address, guarded, bounded and at one pace per host."""
