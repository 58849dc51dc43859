"""The body of a page: several readers, and which of them is believed."""
