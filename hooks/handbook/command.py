"""Where the `handbook` command begins, before anything is loaded."""

import gc


def main() -> None:
    """Run the command without looking for garbage, not even at its end: what is left goes with the process."""
    gc.disable()
    from .__main__ import main as run  # only now, as loading alone would set the collector to work

    try:
        run()
    finally:
        gc.freeze()
