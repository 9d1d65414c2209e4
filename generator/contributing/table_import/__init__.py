"""A recap table (Excel, CSV) -> entries, and what could not be taken, cell by cell. Pure: bytes in, values out."""
