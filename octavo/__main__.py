"""`octavo` and `python -m octavo`.

Pool processes import the main module again under another name, so it imports nothing before it is asked to run.
"""


def main() -> None:
    """Run the command."""
    from octavo.cli.main import main as run

    run()


if __name__ == "__main__":
    main()
