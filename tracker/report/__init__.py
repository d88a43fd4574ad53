"""Values in, text out: attribution reports and data formats."""
