"""The command line: thin, it calls query and publish."""
