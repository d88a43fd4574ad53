"""The schema's history, shipped inside the wheel."""
