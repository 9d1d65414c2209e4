"""A sheet as its tables are read from it: without samples, labels unfolded, broken rows put together, signs known."""

from dataclasses import replace

from generator.contributing.table_import.cells.legend import legend
from generator.contributing.table_import.cells.reading import Against
from generator.contributing.table_import.cells.remark import Remark
from generator.contributing.table_import.files.sheet import Sheet
from generator.contributing.table_import.shapes.broken_lines import whole_records
from generator.contributing.table_import.shapes.broken_rows import whole_rows
from generator.contributing.table_import.shapes.budget_rows import without_budget_rows
from generator.contributing.table_import.shapes.row_pairs import paired
from generator.contributing.table_import.shapes.sample_rows import without_samples
from generator.contributing.table_import.shapes.sign_lists import without_signs
from generator.contributing.table_import.shapes.two_versions import in_force
from generator.contributing.table_import.shapes.unfolded import labels_beside, unfolded


def made_whole(sheet: Sheet, against: Against, *, own: bool) -> tuple[Sheet, tuple[Remark, ...]]:
    """The sheet, and what is told of what was made of it. Our `own` form stands as it is filled in."""
    if own:
        return replace(sheet, signs=legend(cell.text for cell in sheet.cells.values())), ()
    sheet, budget = without_budget_rows(sheet)
    sheet, versions = in_force(sheet, against.columns)
    bare, signs = without_signs(sheet, against.region)
    filled, samples = without_samples(bare, against)
    filled, pairs = paired(filled, against.columns)
    made, rows = whole_rows(unfolded(filled, against.columns), against.columns)
    made, lines = whole_records(made, against.columns)
    made = labels_beside(made, against.columns)
    return made, (*budget, *versions, *signs, *samples, *pairs, *rows, *lines)
