"""Text: language, sentences, entities, hashtags and the normalised text that search sees."""
