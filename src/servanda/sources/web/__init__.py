"""Pages and feeds of the web, fetched politely and never from within the network that Servanda runs in."""
