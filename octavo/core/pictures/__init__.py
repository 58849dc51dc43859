"""Pictures: bytes of any sort to one small picture that is safe to serve."""
