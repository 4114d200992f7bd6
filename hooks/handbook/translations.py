"""Every sentence the software says, in Serbian: the English one it is said by is its key.

The names of gaps stay as they are; how their words are put may differ (`said.py` tells how).
"""

from collections.abc import Mapping
from types import MappingProxyType

SERBIAN: Mapping[str, str] = MappingProxyType({})

TRANSLATIONS: Mapping[str, Mapping[str, str]] = MappingProxyType({"sr": SERBIAN})
