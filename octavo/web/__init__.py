"""The web: pages, their armour, and the server."""
