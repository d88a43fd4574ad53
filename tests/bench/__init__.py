"""Speed and memory, measured: `python -m tests.bench [NAME …]`. Each module beside this one has `rows()` → (measure, value, target)."""
