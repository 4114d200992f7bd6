"""Who relates to whom, and where a link leads: roles, responsibilities, exchanges, mentions, paths. It answers questions about a handbook and finds no faults, except in redirects."""
