"""How much of what people coded an extractor finds: facts compared with a coded set, as scores."""
