"""The vocabulary as data: places, bodies, ranks, posts, fields, verbs of commitment, and their loaders."""
