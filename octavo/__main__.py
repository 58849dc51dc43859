"""`python -m octavo` is `octavo`."""

# Pool processes import this module again under another name; they need nothing of the command line.
if __name__ == "__main__":
    from octavo.cli.main import main

    main()
