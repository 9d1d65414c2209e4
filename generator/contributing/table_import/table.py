"""A sheet -> its tables: headers, rows of data, whose agency they are, and what lies outside of what is known."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.contributing.answers.written_dates import is_month_first
from generator.contributing.names import agency_called
from generator.contributing.table_import.cells import above
from generator.contributing.table_import.cells.exchanged import exchanged
from generator.contributing.table_import.cells.legend import Around, Legend
from generator.contributing.table_import.cells.reading import Against
from generator.contributing.table_import.cells.remark import Asked, RecapRow, RecapTable, Remark, recap_year
from generator.contributing.table_import.files.own_sheets import NO_TABLES
from generator.contributing.table_import.files.sheet import Cell, Sheet
from generator.contributing.table_import.forms.form_rows import is_form
from generator.contributing.table_import.forms.label_form import profiles
from generator.contributing.table_import.recognition.contents import Recognised, recognised
from generator.contributing.table_import.shapes import furniture, outside
from generator.contributing.table_import.shapes.count_sheets import told_counts
from generator.contributing.table_import.shapes.day_order import doubtful_days
from generator.contributing.table_import.shapes.groups import RowGroup
from generator.contributing.table_import.shapes.header import Header, headers, once
from generator.contributing.table_import.shapes.heading import heading_over, heads_too, over_all_tables
from generator.contributing.table_import.shapes.made_whole import made_whole
from generator.contributing.table_import.shapes.name_column import name_column
from generator.contributing.table_import.shapes.sample_rows import not_read
from generator.contributing.table_import.shapes.side_by_side import Beside, beside
from generator.contributing.table_import.shapes.stage_rows import stage_rows
from generator.contributing.table_import.shapes.value_bands import OF_VALUES, ValueBands, heading_pieces
from generator.contributing.table_import.words.columns import AGENCY, NAME, NUMBER, YEAR_ALONE
from generator.text.github import plain

#: So many titles at least of a row, its names made out, are those of a table below labels that a form might have.
_TITLED: Final = 4


def tables(sheet: Sheet, against: Against, form: Header | None = None) -> tuple[list[RecapTable], list[Remark]]:
    """The tables of a sheet and what of the sheet is left out. The heads of our own `form` are known beforehand."""
    if not sheet.cells or sheet.name in NO_TABLES:
        return [], []
    if told := not_read(sheet):
        return [], [told]
    sheet, made_of_it = made_whole(sheet, against, own=bool(form))
    left = [*outside.left_out(sheet), *made_of_it]
    found = (
        [form] if form else [one for one in headers(sheet, against.columns) if not is_form(sheet, one, against.columns)]
    )
    if not form and found and (near := beside(sheet, found[0], against)) != Beside():
        read = [tables(part, against) for part in near.parts]
        parts = dict.fromkeys(remark for _, told_part in read for remark in told_part)
        return [table for made, _ in read for table in made], [*near.asked, *made_of_it, *parts]
    if not found:
        if counts := told_counts(sheet):
            return [], [*left, counts]
        unnamed = name_column(sheet, against)
        titled = unnamed.header is not None and unnamed.header.known >= _TITLED
        if not titled and (forms := profiles(sheet, against)):
            return forms[0], [*left, *forms[1]]
        left += unnamed.remarks
        if not unnamed.header:
            return [], left
        found = [unnamed.header]
    made, below = _below_titles(sheet, found, against, own=bool(form))
    return made, [*dict.fromkeys([*left, *outside.over_titles(sheet, found[0]), *below])]


def _below_titles(
    sheet: Sheet, found: Sequence[Header], against: Against, *, own: bool
) -> tuple[list[RecapTable], list[Remark]]:
    """The table below each of the headers of a sheet."""
    made_of: list[RecapTable] = []
    left: list[Remark] = []
    over: list[Cell] = []
    for place, one in enumerate(found):
        later = found[place + 1] if place + 1 < len(found) else None
        below_it = outside.captions(sheet, one.first_row, later, against) if later else []
        end = later.title_row if later else max(row for row, _ in sheet.cells) + 1
        last = min((cell.row for cell in below_it), default=end) - 1
        said = [*filter(None, [made_of[-1].band_below]), *over] if place else outside.cells_over(sheet, one)
        said = [piece for cell in said for piece in heading_pieces(cell, against.columns)]
        heading = heading_over(said, made_of[-1:], against.region)
        if own:  # in our own form the columns are what they are called
            seen = Recognised(one.columns, (), {})
        else:
            below = outside.cells_below(one, outside.rows_below(sheet, one, last).values())
            seen = recognised(sheet.name, one, below, against, Around(outside.over_text(said), sheet.signs))
        walk = _Walk(sheet, seen.header(one), seen, against)
        if first := heads_too(said, made_of):
            walk.named, walk.titled = first.year or walk.named, first.over
        walk.above = over_all_tables(outside.cells_over(sheet, found[0])) if over else []
        made_of.append(walk.table(last, heading, seen.asked, said, is_form=own))
        left += [*walk.left, *seen.remarks, *(outside.unknown_titles(sheet, walk.found) if place else ())]
        left += outside.told_captions(sheet, over, heading, walk.left)
        over = below_it
    return made_of, left


class _Walk:
    """One walk down the rows of a table."""

    def __init__(self, sheet: Sheet, found: Header, seen: Recognised, against: Against) -> None:
        self.sheet, self.found, self.region = sheet, found, against.region
        self.joined = seen.joined
        self.given, self.named, self.titled = against.defaults.agency, against.defaults.year, ""
        self.known, self.twice = once(found)
        self.left: list[Remark] = []
        self.legend = Legend(sheet.name, sheet.signs, self.region)
        self.group = RowGroup(sheet, self.known, found.first_row, self.region, None)
        self.next_band: Cell | None = None
        self.above: Sequence[Cell] = ()
        self.below: set[int] = set()
        self.agency = next((n for n, column in self.known.items() if column.path == AGENCY), None)
        self.titles = dict(found.titles)
        self.bands = ValueBands(sheet.name, against.columns, self.region, self.known, self.titles)

    def table(
        self, last: int, heading: Cell | None, asked: Mapping[int, Asked], over: Sequence[Cell], *, is_form: bool
    ) -> RecapTable:
        """The table with its rows down to the `last`; `over` is what stands over it."""
        self.left += self.bands.over(self.bands.of_all(self.sheet.cells.values(), over, last), self.above)
        rows, unsure = doubtful_days(tuple(self.rows(last, heading)), self.known)
        for row in rows:
            self.left += outside.unknown_cells(self.sheet.name, row, self.found, self.twice, asked)
        dated = {n for n, column in self.known.items() if column.shape.kind in ("tanggal", "hari")}
        odd = any(n in dated and is_month_first(cell.text) for row in rows for n, cell in row.cells.items())
        sheet, band = self.sheet, self.next_band
        made = RecapTable(sheet.name, self.titles, self.known, rows, odd, band, is_form=is_form, asked=asked)
        year = sheet.block or recap_year(sheet.name, outside.over_text(over)) or (0 if is_form else self.named)
        signed, said = furniture.signed_year(sheet.cells.values()), f"{self.titled} ; {outside.over_text(over)}"
        made = replace(made, unsure_days=unsure, year=year, signed=signed, over=said)
        return replace(made, block=sheet.block, first=sheet.first)

    def rows(self, last: int, heading: Cell | None) -> Iterator[RecapRow]:
        """The rows of data, each with the agency that holds for it."""
        filled = self._filled(last)
        named = [n for n, cells in filled.items() if furniture.names_innovation(cells, self.known) and len(cells) > 1]
        data = {n for n in named if self._is_data(filled[n])}
        end, self.below = max(data, default=0), above.grouped(filled, self.known, data, self.sheet)
        repeats, after = above.in_each_row(filled, self.agency or 0, named), ""
        self.group = RowGroup(self.sheet, self.known, self.found.first_row, self.region, heading)
        self.group.whose = self._whose(heading, filled)
        before: tuple[int, Mapping[int, Cell]] = 0, {}
        for number, cells in filled.items():
            self.group.down_to(number)
            what, cell = self._furniture(number, cells, below=number > end, after=after)
            after = what if number > end and what in ("catatan", "tanda tangan") else after
            if what == OF_VALUES and cell:
                for piece in heading_pieces(cell, self.bands.columns):
                    self.left += self.bands.begin(piece, inside=self.group.heading is not None)
                continue
            if what == "perangkat daerah" and cell:
                what = self._begin(cell, below=number > end)
                before = before[0], {n: one for n, one in before[1].items() if n not in self.below}
            if what:
                self.left += outside.told_furniture(self.sheet.name, cells, what, self.known)
                continue
            self.bands.passed({c: cell for c, cell in cells.items() if cell.row == number})
            self._put_right(cells)
            here = self._as_above(number, cells, *before)
            before = number, here
            here = self.bands.joined(here)
            yield self.group.row(number, here, here.get(self.agency) if self.agency else None, repeats=repeats)

    def _begin(self, cell: Cell, *, below: bool) -> str:
        """Begin the group of a heading of an agency; what the heading is: of an agency or of a unit."""
        pieces = heading_pieces(cell, self.bands.columns)
        named = next((piece for piece in pieces if self.group.names_agency(piece)), pieces[0])
        self.group.begin(named)
        self.bands.leave()
        for piece in (piece for piece in pieces if piece is not named):
            self.left += self.bands.begin(piece, inside=True)
        self.next_band = named if below else None
        return "unit" if self.group.unit is named else "perangkat daerah"

    def _put_right(self, cells: dict[int, Cell]) -> None:
        """Put ticks, signs and words that changed places where they are looked for."""
        for one in self.joined:
            one.joined(cells)
        for n, cell, told in list(self.legend.spelt_out(cells, self.known, self.found.titles)):
            cells[n] = cell
            self.left += [told] if told else []
        for n, cell, told in list(exchanged(self.sheet.name, cells, self.known, self.region)):
            cells[n] = cell
            self.left.append(told)

    def _whose(self, heading: Cell | None, filled: Mapping[int, Mapping[int, Cell]]) -> str:
        """The agency of the whole table by its title, else as it was given; "" where a row alone names another."""
        registry, name = self.region.registry, self.region.name
        whose = agency_called(heading.text, registry, name) if heading else self.given
        alone = (band for cells in filled.values() if (band := furniture.band(cells, self.known)))
        others = {agency_called(band.text, registry, name) for band in alone} - {None, whose}
        return "" if others or not whose else whose

    def _as_above(
        self, number: int, cells: Mapping[int, Cell], before: int, over: Mapping[int, Cell]
    ) -> Mapping[int, Cell]:
        """A row with the values of the one above it where it leaves them to it; of what was left out none."""
        if any(before < cell.row < number for cell, _ in self.sheet.left):
            return cells
        found = above.repeated(cells, over, self.known)
        if self.agency not in cells:  # a new agency begins its own group
            found |= {n: replace(over[n], shared=False) for n in self.below if n in over and n not in cells}
        for c, cell in found.items():
            if c not in cells or cell.text != cells[c].text:
                title, value = plain(self.found.titles[c]), plain(cells[c].text if c in cells else "")
                reason = f'dibaca sama dengan {over[c].address}: "{plain(cell.text)}"'
                cure, at = "tulis isinya bila bukan itu", replace(cell, row=number)
                if c not in cells and over[c].row < before:  # told once a group
                    continue
                self.left.append(Remark(self.sheet.name, at.address, title, value, reason, cure, note=True))
        return found

    def _filled(self, last: int) -> dict[int, dict[int, Cell]]:
        names = {number for number, column in self.known.items() if column.path == NAME}
        numbers = {number for number, column in self.known.items() if column.path == NUMBER}
        by_row = above.joined(self._by_stage(outside.rows_below(self.sheet, self.found, last)), names, self.sheet)
        more = above.continued(by_row, names, numbers)
        kept = {n: row for n, row in by_row.items() if n not in self.group.struck}
        texts = above.texts_on(kept, names, self.known, more)
        for number, over in {**more, **texts}.items():
            places = by_row[number] if number in texts else names
            cell = next(by_row[number][n] for n in places if n in by_row[number])
            reason = f"dibaca sebagai lanjutan {'' if number in texts else 'nama di '}baris {over}"
            self.left.append(Remark(self.sheet.name, cell.address, "", plain(cell.text), reason, note=True))
        more |= texts
        above.go_on(by_row, more, names)
        for (number, column), origin in self.sheet.merged.items():
            # One agency beside many innovations; a text across several columns belongs to the first.
            if number in by_row and origin[1] == column and origin[0] >= self.found.first_row and column not in names:
                shared = replace(self.sheet.cells[origin], shared=True)
                by_row[number].setdefault(column, shared)
                if number != origin[0] and column in by_row.get(origin[0], {}):
                    by_row[origin[0]][column] = shared
        for (number, column), origin in sorted(self.sheet.merged.items()):
            if column > origin[1] and (wide := by_row.get(number, {}).get(origin[1])):
                by_row[number][origin[1]] = replace(wide, last=column)
        return {number: dict(sorted(cells.items())) for number, cells in sorted(by_row.items())}

    def _by_stage(self, by_row: dict[int, dict[int, Cell]]) -> dict[int, dict[int, Cell]]:
        """The rows with those that are stages of one innovation as one."""
        stages = stage_rows(self.known)
        made, groups = stages.gathered(by_row) if stages else (by_row, [])
        if stages and groups and (dates := self.bands.columns.title_of(YEAR_ALONE[0])):
            self.known[stages.date] = replace(dates, titled=self.titles[stages.date])
            self.left += [stages.told(self.sheet.name, made[first], group) for first, group in groups]
        return made

    def _is_data(self, cells: Mapping[int, Cell]) -> bool:
        mere = furniture.counts_columns(cells, self.found.titles) or furniture.is_total(cells)
        return not (mere or furniture.is_aside(cells, self.known) or furniture.band(cells, self.known))

    def _furniture(self, number: int, cells: dict[int, Cell], *, below: bool, after: str) -> tuple[str, Cell | None]:
        """What a row is that is no innovation, and the cell that says so; "" for an innovation.

        `after` is what the rows below the last innovation are so far: a note goes on in the next row.
        """
        if furniture.is_title_again(cells, self.found.titles, self.known):
            return "judul kolom", None
        if furniture.counts_columns(cells, self.found.titles):
            return "nomor kolom", None
        if furniture.only_counts(cells, self.known):
            return "nomor urut", None
        if furniture.is_total(cells):
            return "jumlah", None
        if furniture.is_of_page(cells):
            return "nomor halaman", None
        if furniture.is_none(cells, self.known):
            return "tanda tidak ada inovasi", None
        own = {c: cell for c, cell in cells.items() if cell.row == number} or cells
        if what := self._heads(own, below=below):
            return (after if below and after == "tanda tangan" else what), furniture.band(own, self.known)
        if below and (not self._named(own) or furniture.is_aside(own, self.known)):
            return (furniture.is_below(own) or (after if len(own) < 4 else "") or furniture.foot(own, self.known)), None
        return "", None

    def _heads(self, own: Mapping[int, Cell], *, below: bool) -> str:
        """What the one text of a row is a heading of, or what is left of a row that was struck out; "" for others."""
        if {cell.row for cell in own.values()} <= self.group.struck and self.agency not in own:
            return "sisa baris yang dicoret"
        alone = None if below and furniture.is_dated(own) else furniture.band(own, self.known)
        pieces = heading_pieces(alone, self.bands.columns) if alone else []
        named = [piece for piece in pieces if self.group.names_agency(piece)]
        if alone and not named and all(map(self.bands.meant, pieces)):
            return OF_VALUES
        if named and len(pieces) > 1:
            return "perangkat daerah"
        return "perangkat daerah" if alone and self.group.is_heading(alone, own, below=below) else ""

    def _named(self, cells: Mapping[int, Cell]) -> bool:
        return furniture.names_innovation(cells, self.known) and len(cells) > 1
