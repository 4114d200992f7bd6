"""Who relates to whom, and where a link leads: roles, responsibilities, exchanges, mentions, paths.

It answers questions about a handbook. What a page shows of the answers is in `pages`.
"""
