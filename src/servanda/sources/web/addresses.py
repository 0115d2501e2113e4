"""Which network addresses may be asked: those of the public net, and no way around that."""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from servanda.errors import InputError

Resolve = Callable[[str, int], Sequence[str]]
"""The network addresses of a host, in the order in which they are to be tried. OSError when it has none."""

PRIVATE = "only public addresses are read; the setting web.private allows others"

# Of IPv6 only 2000::/3 is public. That leaves out all forms that wrap an IPv4 address (::ffff:0:0/96, the
# NAT64 prefixes) but 6to4, which is refused by name: what they lead to cannot be told from here.
_PUBLIC_V6 = ip_network("2000::/3")
_WRAPPING = (ip_network("2002::/16"), ip_network("192.88.99.0/24"))


def is_public(address: str) -> bool:
    """Whether an IP address belongs to one host of the public net."""
    try:
        ip: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:  # an IPv6 address with a zone: it holds on this link only
        return False
    if ip.version == 6 and ip not in _PUBLIC_V6:
        return False
    return ip.is_global and not ip.is_multicast and not any(ip in net for net in _WRAPPING)


def look_up(host: str, port: int) -> list[str]:
    """The addresses of `host` by the system's resolver, each once."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def public_only(resolve: Resolve) -> Resolve:
    """`resolve`, refusing a host of which any address is not public: InputError."""

    def checked(host: str, port: int) -> Sequence[str]:
        addresses = resolve(host, port)
        for address in addresses:
            if not is_public(address):
                raise InputError(host, f"leads to {address}, which is no public address", PRIVATE)
        return addresses

    return checked
