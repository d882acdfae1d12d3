"""What a teacher takes along from a lesson: worksheets, bundles, cartridges, linked data."""
