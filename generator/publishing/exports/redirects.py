"""Old addresses: a page that leads on, without a server's help."""

from generator import addresses
from generator.publishing.exports import Build, Files


def files(build: Build) -> Files:
    """Static pages for each alias and its poster, from our own data to our own addresses only."""
    for innovation in build.view.catalogue.innovations.values():
        for alias in innovation.entry.aliases:
            for address in (addresses.innovation, addresses.poster):
                old, new = address(alias), address(innovation.slug)
                text = build.renderer.text("pengalihan.html.j2", address=old, target=new, name=innovation.entry.name)
                yield f"{old}index.html", text.encode()
