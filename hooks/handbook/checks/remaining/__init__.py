"""Which findings are left to be said. A waiver covers some, and some only follow from another one."""
