"""What this town promises, beside what the program keeps in every town."""
