"""Old addresses: a page that leads on, without a server's help."""

from generator import addresses
from generator.exports import Files
from generator.pages import View
from generator.render import Renderer


def files(view: View, renderer: Renderer) -> Files:
    """One static page per alias, from our own data to our own addresses only."""
    for innovation in view.catalogue.innovations.values():
        for alias in innovation.entry.aliases:
            old = addresses.innovation(alias)
            text = renderer.text("pengalihan.html.j2", address=old, i=innovation)
            yield f"{old}index.html", text.encode()
