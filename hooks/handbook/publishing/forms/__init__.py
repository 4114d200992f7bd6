"""The form editor at `/admin/`: whether a firm wants it, and the files it is made of."""

from .files import files
from .options import Wish, wish
from .packages import parts

__all__ = ["Wish", "files", "parts", "wish"]
