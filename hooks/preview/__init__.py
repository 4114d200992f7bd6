"""The incremental preview: it keeps the last build and rebuilds only the pages that a change affects."""
