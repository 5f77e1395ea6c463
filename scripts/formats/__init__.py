"""What check-formats.py is made of."""
