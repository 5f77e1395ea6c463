"""The side-by-side comparison with other network tools, see ../run."""
