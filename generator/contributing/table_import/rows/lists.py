"""Columns of one list of groups: their first items make the first group, and so on; links and years beside them."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from generator.contributing.answers.funds import Funded, fund_in, funded, is_fund
from generator.contributing.table_import.cells.choices import items
from generator.contributing.table_import.cells.reading import Found, Reading, Titled, put
from generator.contributing.table_import.cells.remark import BUDGET_YEAR, UNKNOWN, about_budget_year
from generator.contributing.table_import.cells.sums import sums_in
from generator.contributing.table_import.cells.values import is_nothing, says_no_money
from generator.contributing.table_import.words.columns import BUDGET, FUND, Keys, RecapColumn, year_in_title
from generator.schema.fields import one_line
from generator.schema.shape import Shape, shapes
from generator.text.spelling import folded

_LINKS: Final[Keys] = ("tautan",)
_BUDGET: Final[Keys] = ("anggaran",)
_BUDGET_YEAR: Final[Keys] = (*_BUDGET, "tahun")
_YEAR = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_PLANNED = re.compile(r"\b(?:rencana|usulan|diusulkan|target)", re.IGNORECASE)
#: What a column is called that adds up others.
_TOTAL = re.compile(r"\b(?:jumlah|total|jml)\b")
#: What is answered for a year that nobody knows.
_UNKNOWN: Final = frozenset([UNKNOWN, "tidak tahu", "tidak ada", "belum diketahui", "tdk diketahui", "tdk tahu"])
#: What stands around sums, and is told where there are none.
_AROUND_SUMS: Final = {"tahun": "tahun anggaran tanpa jumlah", "sumber": "sumber dana tanpa jumlah"}
_ADDRESS = re.compile(r"\Ahttps?://[^\s]+\Z")


def put_lists(found: Reading, taken: list[Found]) -> None:
    """Lists of groups, each of its columns with as many items as the others."""
    owners: dict[Keys, list[Found]] = {}
    for one in _without_total(found, taken):
        if one[0].owner:
            owners.setdefault(one[0].owner, []).append(one)
    for owner, columns in owners.items():
        made: list[dict[str, Any]] = []
        for part in _apart(columns):
            made += _groups(found, owner, part, len(made))
        if owner == _BUDGET and not found.table.is_form:
            made = _with_money(found, made)
        if made:
            put(found.data, owner, made)


def _without_total(found: Reading, taken: list[Found]) -> list[Found]:
    """The columns of a row without the one that only adds up what others say of each fund: it is no further money."""
    sums = [one for one in taken if one[0].path == BUDGET and len(one[2]) == 1 and one[2][0].isdecimal()]
    total = next((one for one in sums if _TOTAL.search(folded(one[1][1])) and not fund_in(one[1][1])), None)
    year = year_in_title(total[1][1]) if total else ""
    parts = [one for one in sums if fund_in(one[1][1]) and year in ("", year_in_title(one[1][1]))]
    if total is None or not parts:
        return taken
    same = int(total[2][0]) == sum(int(one[2][0]) for one in parts)
    reason = "jumlah dari kolom sumber dana di sampingnya, tidak disimpan lagi"
    if not same:
        reason = "jumlah ini berbeda dari kolom sumber dana di sampingnya, tidak disimpan"
    found.tell(reason, "periksa jumlahnya" if not same else "", total[1], note=same)
    return [one for one in taken if one is not total]


def _with_money(found: Reading, made: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The budgets that say a sum or a fund: a year beside an empty sum (`-`, `nihil`) is no budget, and is told.

    Neither is a fund where a cell says that there is no money.
    """
    sums = [found.row.cells.get(n) for n, column in found.table.columns.items() if column.path == BUDGET]
    empty = bool(sums) and all(cell is None or is_nothing(cell) or says_no_money(cell.text) for cell in sums)
    denied = any(cell is not None and says_no_money(cell.text) for cell in sums)
    around = {"tahun", "sumber"} if denied else {"tahun"}
    bare = [number for number, group in enumerate(made) if empty and group.keys() <= around]
    for place, key in ((number, key) for number in bare for key in sorted(made[number])):
        reason = f"{_AROUND_SUMS[key]}, tidak disimpan"
        found.tell(reason, "isi jumlahnya, bila ada", found.sources.get((*_BUDGET, place, key)), note=True)
    if len(bare) == len(made):
        found.sources = {path: at for path, at in found.sources.items() if path[:1] != _BUDGET}
        return []
    return made


def _apart(columns: list[Found]) -> list[list[Found]]:
    """The columns of a list; where one of its keys has several (sums of two years), each with all others."""
    paths = [column.path for column, *_ in columns]
    several = [one for one in columns if paths.count(one[0].path) > 1]
    rest = [one for one in columns if one not in several]
    return [[one, *rest] for one in several] or [columns]


def _groups(found: Reading, owner: Keys, columns: list[Found], first: int) -> list[dict[str, Any]]:
    """The groups that columns make, counted from the `first`; none, and told, if they have not as many items."""
    columns = _for_each_sum(columns) if owner == _BUDGET else columns
    counts = {len(values) for _, _, values, _ in columns}
    if len(counts) > 1:
        for _, at, _, _ in columns:
            found.tell("jumlah butirnya tidak sama dengan kolom lain sekelompok", "samakan jumlah butirnya", at)
        return []
    groups: list[dict[str, Any]] = [{} for _ in range(counts.pop())]
    for column, at, values, _ in columns:
        for number, (group, value) in enumerate(zip(groups, values, strict=True), first):
            put(group, column.path[len(owner) :], typed(value, column.shape))
            found.sources[(*owner, number, *column.path[len(owner) :])] = at
    _from_around(found, owner, columns, groups)
    return groups


def _for_each_sum(columns: list[Found]) -> list[Found]:
    """The columns of budgets, one fund beside the sums of several years as that of each."""
    most = max(len(values) for _, _, values, _ in columns)
    return [
        (column, at, values * most if column.path == FUND and len(values) == 1 else values, words)
        for column, at, values, words in columns
    ]


def typed(value: str, shape: Shape) -> str | bool:
    """Yes and no as YAML has them, so that a no is left out like everything empty."""
    return value == "true" if shape.kind == "ya_tidak" else value


def _from_around(found: Reading, owner: Keys, columns: list[Found], groups: list[dict[str, Any]]) -> None:
    """What stands around the cells: the text of a link, the link behind a title, the year of a title."""
    column, (cell, title), _, _ = columns[0]
    lone = len(columns) == 1 and len(groups) == 1
    if lone and owner == _LINKS and column.path[-1] == "url":
        groups[0]["judul"] = cell.text.strip() if cell.link and cell.text.strip() != cell.link else title
        found.tell(f'judul tautan ini "{groups[0]["judul"]}"', "ganti bila kurang jelas", (cell, title), note=True)
    if owner == _BUDGET and all("tahun" not in group for group in groups):
        _of_budget(found, columns, groups)
    if {"judul", "url"} <= _keys(owner):
        for group in groups:  # an address in place of a title leads there too
            if "url" not in group and _ADDRESS.match(group.get("judul", "")):
                group["url"] = group["judul"]
    for column, (cell, title), values, _ in columns:
        if cell.link and column.shape.kind != "url":
            if len(values) == 1 and "url" in _keys(owner) and "url" not in groups[0]:
                groups[0]["url"] = cell.link
                found.tell(f"tautan di balik teks ini {cell.link}", "periksa tautannya", (cell, title), note=True)
            else:
                reason = f"tautan di balik teks ini tidak diambil: {cell.link}"
                found.tell(reason, "tulis pada kolom tautan", (cell, title), note=True)


def _of_budget(found: Reading, columns: list[Found], groups: list[dict[str, Any]]) -> None:
    """The year of each sum, and whose money it is, by what stands in its cell or around it."""
    unread = says_year(found)
    answer = "" if unread else _year_answered(found, columns)
    for place, group in enumerate(groups):
        said = [one for column, at, *_ in columns for one in _said(found, column.path, at, place, len(groups))]
        stated = [one.year for one in said]
        stated += [year_in_title(at[1]) for _, at, *_ in columns]
        answered = [at[0].text for column, at, *_ in columns if found.defaults.reply(at[1], at[0].text)]
        around = [at[0].text for column, at, *_ in columns if column.path == FUND] + answered[: len(groups) == 1]
        stated += [_year_of_fund(text) for text in around]
        year = next(filter(None, stated), "")
        if year and answer not in ("", year):
            told = f"tahun anggarannya {year}, seperti tertulis pada baris ini, bukan {answer}"
            found.tell(told, "betulkan bila bukan itu", columns[0][1], note=True)
        if over := found.table.budget_year if not (year or answer or unread) else "":
            told = f"tahun anggarannya {over}, menurut judul tabel"
            found.tell(told, "isi tahun anggarannya bila bukan itu", columns[0][1], note=True)
        if year or answer or over:
            group["tahun"] = year or answer or over
        sources = [one.fund for one in said if one.fund]
        sources += [fund for column, at, *_ in columns if column.path == BUDGET and (fund := fund_in(at[1]))]
        sources += [fund for text in answered[: len(groups) == 1] if (fund := fund_in(text))]
        own = len(groups) > 1 and sources and folded(sources[0]) in folded(group.get("sumber", ""))
        if sources and ("sumber" not in group or own):  # of all funds in their own column, that of this sum
            group["sumber"] = sources[0]


def _said(found: Reading, path: Keys, at: Titled, place: int, count: int) -> list[Funded]:
    """What a cell says of one of the groups: as it was answered, and as it was written."""
    texts = [found.defaults.reply(at[1], at[0].text) or "", at[0].text]
    parted = [sums_in(text) if path == BUDGET else tuple(map(funded, items(text))) for text in texts if text]
    return [parts[place] for parts in parted if len(parts) == count]


def fund_alone(found: Reading, sums: RecapColumn, at: Titled, said: str) -> list[Found]:
    """The fund that a cell below `sums` names without any: `Swadaya`. None where a cell of funds says it."""
    funds = (found.row.cells.get(n) for n, one in found.table.columns.items() if one.path == FUND)
    if not is_fund(said) or any(cell and not is_nothing(cell) for cell in funds):
        return []
    found.tell("dibaca sebagai sumber dana, tanpa jumlah", "isi jumlahnya bila ada", at, note=True)
    shape = next(one for shape in shapes() if shape.key == FUND[0] for one in shape.inner if one.key == FUND[1])
    return [(replace(sums, path=FUND, shape=shape), at, (one_line(said),), "")]


def _year_of_fund(text: str) -> str:
    """The year that the name of a fund has (`Dana Desa th 2024`), "" of several years, or where it is only a plan."""
    years = set() if _PLANNED.search(text) else set(_YEAR.findall(text))
    return years.pop() if len(years) == 1 else ""


def says_year(found: Reading) -> bool:
    """Whether a row has a text in a column of years of budgets: what nobody can read there is asked by itself."""
    cells = [found.row.cells.get(n) for n, one in found.table.columns.items() if one.path == _BUDGET_YEAR]
    return any(cell is not None and not is_nothing(cell) for cell in cells)


def year_asked(found: Reading, titles: Sequence[str]) -> str:
    """Under which title the year of budgets is asked: of their sums, and of those of the table where a row has none."""
    sums = [found.table.titles[n] for n, column in found.table.columns.items() if column.path == BUDGET]
    return next((title for title in titles if title in sums), [*sums, *titles][0])


def _year_answered(found: Reading, columns: list[Found]) -> str:
    """The year of budgets as it was answered, "" if it was not."""
    return year_in_title(_answer_for_year(found, [at[1] for _, at, *_ in columns]))


def year_unknown(found: Reading, titles: Sequence[str]) -> bool:
    """Whether it was answered that nobody knows the year of budgets below these titles."""
    return folded(_answer_for_year(found, titles)) in _UNKNOWN


def _answer_for_year(found: Reading, titles: Sequence[str]) -> str:
    abouts = (about_budget_year(found.table.sheet), BUDGET_YEAR)
    said = (found.defaults.reply(title, about) for title in (*titles, year_asked(found, titles)) for about in abouts)
    return next(filter(None, said), "")


def _keys(owner: Keys) -> set[str]:
    inner = shapes()
    for key in owner:
        inner = next((shape.inner for shape in inner if shape.key == key), ())
    return {shape.key for shape in inner}
