"""A document to facts: one module a kind over one shared parse."""
