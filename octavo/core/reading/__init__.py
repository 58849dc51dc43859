"""What readers may see and in which order."""
