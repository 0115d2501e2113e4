"""Where bytes come from: files, folders, archives, tables, standard input."""
