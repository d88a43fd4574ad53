"""Characters, not news: quotation marks, sentences, numbers, dates, names."""
