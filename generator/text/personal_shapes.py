"""What numbers and addresses of a person look like: data that `personal_data` reads, and the form in the browser too.

Every pattern is written in the part of the language that Python and JavaScript share, for text whose digits, dashes and
blanks are ASCII and whose invisible signs are gone. UU 27/2022 on personal data. A NIK or family card number has 16
digits (region, day of birth with 40 added for women, month, year, serial), a NIP 18 (date of birth, year and month of
appointment, sex, serial), a mobile 9 to 13 from its zero.
"""

from typing import Any, Final

_DAY: Final = "(?:0?[1-9]|[12][0-9]|3[01])"
_MONTH: Final = "(?:0?[1-9]|1[0-2])"
_YEAR: Final = "(?:19|20)[0-9]{2}"
_TIME: Final = "(?:[01]?[0-9]|2[0-4])[.:][0-5][0-9]"
_FROM: Final = "(?<![0-9])(?<![0-9][./])"
_TO: Final = "(?![0-9])(?![./][0-9])"
_FIGURE: Final = r"(?:0|[1-9][0-9]{0,5}(?:\.[0-9]{3}){0,4}(?:,[0-9]{1,2})?)"
_NAME: Final = r"A-Za-z0-9\u00c0-\u024f\u0370-\u1fff\u3040-\ud7ff"
_DOMAIN: Final = rf"(?:[{_NAME}-]{{1,63}}\.){{1,8}}"

#: Writings that only honest numbers have; the first that fits counts. A number of a person is not made of these alone,
#: nor, in a list, of these for the most part and of plain figures.
_HONEST: Final = (
    # dates: 17-08-2025, 17/8/2025, 17 08 2025, 15-17/8/2025, 2025-08-17, 08/2025, 2025-08, 17/08, 17082025, 20250817
    rf"{_FROM}(?:{_DAY} ?[-&] ?)?{_DAY}[./]{_MONTH}[./]{_YEAR}{_TO}",
    rf"(?<![0-9])(?:{_DAY} ?[-&] ?)?{_DAY}(?:-{_MONTH}-| {_MONTH} ){_YEAR}(?![0-9])",
    # as cameras write it too: 2025:08:17
    rf"{_FROM}{_YEAR}[./:]{_MONTH}[./:]{_DAY}{_TO}",
    rf"(?<![0-9]){_YEAR}(?:-{_MONTH}-| {_MONTH} ){_DAY}(?![0-9])",
    rf"{_FROM}(?<![0-9]-)(?:{_MONTH}/{_YEAR}|{_YEAR}/{_MONTH}){_TO}",
    rf"(?<![0-9])(?<![0-9]-)(?:{_MONTH}-{_YEAR}|{_YEAR}-{_MONTH})(?![0-9])",
    rf"{_FROM}{_DAY}/{_MONTH}{_TO}",
    rf"(?<![0-9])(?:[0-3][0-9][01][0-9]{_YEAR}|{_YEAR}[01][0-9][0-3][0-9])(?![0-9])",
    # decrees, letters and bills: 188.45/123/2025, 27/2022, 000.7.3.1/0812/2024/567, INV/2025/0812/56789
    rf"{_FROM}[0-9]{{1,4}}(?:\.[0-9]{{1,3}}){{0,5}}(?:/[0-9]{{1,5}})?/{_YEAR}(?:/[0-9]{{1,5}})?{_TO}",
    rf"(?<=[A-Z]/){_YEAR}/[0-9]{{1,5}}/[0-9]{{1,6}}{_TO}",
    # a book
    "(?<![0-9])(?:97[89]-)?(?:602|623|979)-[0-9]{2,6}-[0-9]{1,5}-[0-9](?![0-9])",
    # the number of a tax payer, of a taxed plot, of a thing in the inventory, of an account
    r"(?<![0-9])[0-9]{2}\.[0-9]{3}\.[0-9]{3}\.[0-9]-[0-9]{3}\.[0-9]{3}(?![0-9])",
    r"(?<![0-9])[0-9]{2}\.[0-9]{2}(?:\.[0-9]{3}){3}[-.][0-9]{4}[-.][0-9](?![0-9])",
    r"(?<![0-9])1\.[1-5]\.[1-9](?:\.[0-9]{2}){3}\.[0-9]{3}(?:\.[0-9]{1,4})?(?![0-9])",
    r"(?<![0-9])(?<![0-9]\.)[1-9]\.[0-9](?:\.[0-9]{2}){3}\.[0-9]{4}(?![0-9])",
    # thousands in groups of three: 1.250.000,00
    (
        r"(?<![0-9])(?<![0-9]\.)[1-9](?:[0-9]{0,2}(?:\.[0-9]{3}){1,4}|(?:\.[0-9]{3}){5})(?:,[0-9]{1,2}(?![0-9.]))?"
        r"(?![0-9])(?!\.[0-9])"
    ),
    (
        r"(?<![0-9])(?<![0-9],)[1-9](?:[0-9]{0,2}(?:,[0-9]{3}){1,4}|(?:,[0-9]{3}){5})(?:\.[0-9]{1,2}(?![0-9,]))?"
        r"(?![0-9])(?!,[0-9])"
    ),
    # years
    rf"(?<![0-9]){_YEAR}(?![0-9])",
    # times: 08.00, 08:30:15.123 +07:00
    (
        rf"(?<![0-9])(?<![0-9][.:]){_TIME}(?:[.:][0-5][0-9](?:[.,][0-9]{{1,6}})?)?"
        r"(?: ?[-+][0-9]{2}:?[0-9]{2})?(?![0-9])(?![.:][0-9])"
    ),
    # places: -0.0812345678, 109.4112345678, a pair of both, degrees with minutes and seconds
    r"(?<![0-9])(?<![0-9][.,])(?:(?<=-)(?:[0-9]|1[01])|9[4-9]|1[0-4][0-9])[.,][0-9]{4,}(?!\.[0-9])",
    "(?<![0-9])(?<![0-9][.,])0[.,][0-9]{4,8}(?![0-9])",
    r"(?<![0-9])(?<![0-9][.,])[0-9]{1,2}\.[0-9]{4,}[,; ]{1,2}-?[0-9]{1,3}\.[0-9]{4,}(?!\.[0-9])",
    r"(?<![0-9])[0-9]{1,3} ?\u00b0 ?[0-9]{1,2} ?['\u2019\u2032] ?[0-9]{1,2}(?:[.,][0-9]+)?",
    # shares: 12,5 and 12.5%
    r"(?<![0-9])(?<![0-9],)(?:0|[1-9][0-9]{0,2}),[0-9]{1,3}(?![0-9])(?!,[0-9])",
    r"(?<![0-9])(?<![0-9]\.)(?:0|[1-9][0-9]{0,2})(?:\.[0-9]{1,3})? ?%(?![0-9])",
)
#: A list: five or more figures behind comma, semicolon or bar, not all of one digit.
_FIGURES: Final = rf"(?<![0-9.,])(?!(?:[0-9][,;| ]{{1,3}}){{9}}){_FIGURE}(?:(?:[,;] | \| ){_FIGURE}){{4,}}(?![0-9])"
#: With what no number of a person begins; it begins inside no honest writing either.
_BEGINNINGS: Final = (
    rf"{_FROM}{_DAY}(?:[./]{_MONTH}[./]{_YEAR}{_TO}|(?:-{_MONTH}-| {_MONTH} ){_YEAR}(?![0-9]))",
    rf"(?<![0-9])(?<![0-9][.:]){_TIME} ?- ?{_TIME}(?![0-9])(?![.:][0-9])",
)
#: Domains that are given to institutions only: government, villages, schools, universities.
OFFICES: Final = (".go.id", ".desa.id", ".sch.id", ".ac.id")
#: What a list of figures is made of.
_LIST: Final = r"[0-9 .,;:()%|/\n-]+"
#: The hosts of chat programs, as a browser takes them too: with the root's dot, with a port.
_CHAT: Final = r"(?<![A-Za-z0-9])(?:wa|t|telegram|signal)\.me\.?(?::[0-9]{0,5})?"
_BRACKETS: Final = "[ \\t\\n()\\[\\]{}<>\"'|]{0,3}"
_PROVIDERS: Final = "gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|proton|protonmail|aol"

#: Where case does not matter Python takes these for an i, JavaScript does not: both read them as one.
LETTERS: Final = {"\u0130": "I", "\u0131": "i"}
#: The key of the form's data that holds them.
SHAPES_KEY: Final = "data_pribadi"
#: By the names that the form knows them by; `panjang` counts digits, `sela` signs between two of them.
SHAPES: Final[dict[str, Any]] = {
    "sela": 3,
    "nomor": (
        {
            "kode": "P001",
            "panjang": (16, 16),
            "daftar": _LIST,
            "pola": "(?:1[1-9]|[2-8][0-9]|9[0-6])[0-9]{4}(?:[04][1-9]|[1256][0-9]|[37][01])(?:0[1-9]|1[0-2])[0-9]{6}",
        },
        {
            "kode": "P002",
            "panjang": (18, 18),
            "pola": "(?:19[4-9][0-9]|200[0-9]|201[0-5])(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
            "(?:19[6-9]|20[0-5])[0-9]{3}[12][0-9]{3}",
        },
        {
            "kode": "P003",
            "panjang": (9, 17),
            "daftar": f"6{_LIST}",
            "pola": "(?:0|(?:00)?620?)8[1-9][0-9]{6,10}",
            # Behind this sign it is no honest number, whatever it looks like.
            "pasti": "+",
            # The words that may stand right before it; before other letters it is part of a code.
            "setelah": "wa|whatsapp|hp|ponsel|tel|telp|telepon|hub|cp|no",
            # A business number (NIB) has 13 digits and may begin as a mobile does; so may one behind an area code.
            "kecuali": "(?:nib|berusaha)[^A-Za-z0-9]{0,3}[0-9]{13}$"
            "|(?<![0-9])0[2-79][0-9]{1,2}[^A-Za-z0-9]{1,3}6[0-9]{0,3}[ .-]?[0-9]{3,4}(?![0-9])[^A-Za-z]*$",
        },
    ),
    "wajar": "|".join(_HONEST),
    "angka": "(?<![0-9])[1-9][0-9]{0,5}(?![0-9])",
    "senarai": _FIGURES,
    "awal": "|".join(_BEGINNINGS),
    # A code with dots (accounts, villages, versions) is one thing: what begins or ends inside is no number of its own.
    "bertitik": r"(?<![0-9.])[0-9]{1,4}(?:\.[0-9]{1,4}){2,}(?![0-9])",
    "alamat": r'https?://[^\u0000-\u0020<>"),;|]+',
    # What an address itself calls a person's number; other long numbers in addresses are those of pages and pictures.
    "disebut": r"(?:[?&](?:no[_-]?)?(?:nik|ktp|kk|nip|hp|ponsel|wa|whatsapp|telp|telepon|tel|phone|nomor)="
    rf"|{_CHAT}/{{1,3}})([^&]*)",
    # Behind this a number of any country is somebody's.
    "obrolan": rf"(?:{_CHAT}/{{1,3}}|phone=) {{0,2}}\+?$",
    "surel": {
        "nama": rf"([{_NAME}._%+-]{{1,64}})({_BRACKETS})$",
        # Joined to a name any domain counts; with signs between (`nama @ gmail.com`) what is surely one; behind a blank
        # alone (`Instagram @dinas.kota`) what is surely mail.
        "rapat": rf"^()({_DOMAIN}[A-Za-z]{{2,24}})(?![A-Za-z0-9-])",
        "renggang": rf"^({_BRACKETS})({_DOMAIN}(?:com|net|org|(?:co|or|web|my|biz)\.id|me|info))(?![A-Za-z0-9.-])",
        "penyedia": rf"^({_BRACKETS})((?:{_PROVIDERS}){_BRACKETS}\.{_BRACKETS}(?:com?|net|me)(?:\.id)?)"
        "(?![A-Za-z0-9-])",
        "lembaga": OFFICES,
    },
    # What a page does not show: targets of links, emphasis; what it shows otherwise: references, line ends, list marks.
    "tampil": r"\]\([^()]{0,2000}(?:\([^()]{0,2000}\)[^()]{0,2000}){0,3}\)|\*+"
    r"|&#(?:([0-9]{1,7})|[xX]([0-9a-fA-F]{1,6}));|&([A-Za-z]{2,8});"
    r"|(?:[ \t\r\n]{2,}|[\t\r\n])((?:[-+#>]|[0-9]{1,2}[.)])[ \t]+)?",
    "rujukan": {"commat": "@", "plus": "+", "period": "."},
    # Invisible beside marks (M) and formats (Cf). Numbers in circles that Unicode leaves whole: first, last, number.
    "hampa": "[\u115f\u1160\u2065\u3164\uffa0\ufff0-\ufff8\U000e0000-\U000e0fff]",
    "bulatan": (
        ("\u24eb", "\u24f4", 11),
        ("\u24f5", "\u24fe", 1),
        ("\u24ff", "\u24ff", 0),
        ("\u2776", "\u277f", 1),
        ("\u2780", "\u2789", 1),
        ("\u278a", "\u2793", 1),
        ("\U0001f10b", "\U0001f10b", 0),
        ("\U0001f10c", "\U0001f10c", 0),
    ),
}
