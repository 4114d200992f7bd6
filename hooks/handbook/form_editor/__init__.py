"""The form editor at `/admin/`: whether a firm wants it, and the files it is made of."""

from .files import files
from .parts import parts
from .wish import Wish, wish

__all__ = ["Wish", "files", "parts", "wish"]
