"""Parts of check-report.py: a browser, what a reader does in it, what has to hold."""
