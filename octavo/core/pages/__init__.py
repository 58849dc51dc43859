"""Pages: html to text and fields, and the gate that says whether a text is fit to be shown."""
