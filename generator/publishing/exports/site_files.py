"""Files that browsers and search engines ask for by name: `robots.txt` and the web manifest."""

import json

from generator import addresses
from generator.publishing.exports import Build, Files


def files(build: Build) -> Files:
    """Two files at the site's root."""
    view = build.view
    lines = ["User-agent: *", "Allow: /"]
    if view.settings.site:
        lines.append(f"Sitemap: {view.settings.absolute('sitemap.xml')}")
    yield "robots.txt", ("\n".join(lines) + "\n").encode()
    manifest = {
        "name": view.settings.name,
        "short_name": view.settings.name.split()[0],
        "description": f"Inovasi perangkat daerah {view.settings.region}.",
        "lang": "id",
        "start_url": "./",
        "display": "browser",
        "icons": [{"src": addresses.ICON, "sizes": "any", "type": "image/svg+xml"}],
    }
    yield addresses.MANIFEST, (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()
