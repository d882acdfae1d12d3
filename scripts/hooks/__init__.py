"""What MkDocs calls while it builds: each file a reason and a call into the program."""
