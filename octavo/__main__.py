"""`python -m octavo` is `octavo`."""

from octavo.cli.main import main

# Pool processes import this module again under another name.
if __name__ == "__main__":
    main()
