"""The only place that knows SQL. `open_store(where)` returns a `base.Store`."""
