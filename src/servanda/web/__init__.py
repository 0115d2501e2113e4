"""The desk in a browser: pages that are also JSON and CSV, over the same queries as the commands."""
