"""Pictures drawn from `docs/data/drawings.yml` while the site is built: layout in Python, markup in templates.

Not pygal: 3.1.3 writes 16.7 kB for six points, with inline style and script, which our content policy stops, and no
ARIA.
"""
