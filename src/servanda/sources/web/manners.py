"""How the web is asked: how long, how often, in whose name, and what is never asked."""

from __future__ import annotations

from typing import Annotated

import msgspec


class Web(msgspec.Struct, frozen=True, kw_only=True):
    """Settings for all that is fetched over HTTP.

    max_seconds    time for one address, from the first byte sent to the last one read, redirects included
    max_redirects  hops from the address that was given to the page
    delay          seconds between two requests to one host; a longer Crawl-delay of the site prevails
    contact        an address or page that is named to the sites, so that they can reach who reads them
    private        whether private, loopback and other addresses that are not of the public net may be asked
    proxy          address of an HTTP proxy; it is then the proxy that looks names up and has to refuse what
                   must not be reached. Proxies named in the environment are not used
    """

    max_seconds: Annotated[float, msgspec.Meta(gt=0)] = 60.0
    max_redirects: Annotated[int, msgspec.Meta(ge=0)] = 5
    delay: Annotated[float, msgspec.Meta(ge=0)] = 2.0
    contact: str = ""
    private: bool = False
    proxy: str = ""
