"""Runs the `handbook` command: `python -m handbook`."""

from .cli.main import main

if __name__ == "__main__":
    main()
