"""The fields of a page: title, byline, times, picture and the rest, each from the place that is believed for it."""
