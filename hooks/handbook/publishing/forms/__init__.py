"""The form editor at `/admin/`, which is Decap CMS: its options and its files."""
