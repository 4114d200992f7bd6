"""What the web asks of a site besides its pages: for search engines, for those who share a link, for the host."""
