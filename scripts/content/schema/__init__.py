"""What front matter and data files may hold: models that describe, and the words for what does not fit them."""
