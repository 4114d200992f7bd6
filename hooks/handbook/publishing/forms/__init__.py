"""The forms at `/admin/`: the options a firm sets, and the files the forms are made of. They run Decap CMS."""
