"""What pages show. Hidden articles, sources and hashtags are left out of everything that comes from here."""
