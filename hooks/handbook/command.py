"""Where the `handbook` command begins, before anything is loaded."""

import gc


def main() -> None:
    """Run the command without looking for garbage: it ends long before there is any worth collecting."""
    gc.disable()
    from .__main__ import main as run  # only now, as loading alone would set the collector to work

    run()
