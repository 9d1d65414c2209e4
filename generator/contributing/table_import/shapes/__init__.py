"""What on a sheet is a table, a title, a row, a heading or a note, by where it stands and how it looks."""
