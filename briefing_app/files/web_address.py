"""Web addresses: what a person may name, and which machines they may lead to.

An address in a private or local network is gone to only where a person typed its figures (or `localhost`)
themselves: no name and no redirect leads there, so that no page makes this computer ask its neighbours.
"""

from __future__ import annotations

import ipaddress
import socket
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from briefing_app.model.problems import BriefingError, Place, Problem

if TYPE_CHECKING:
    from briefing_app.model.problems import Value

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_LONGEST = 4_000
_LOCAL = "localhost"


@dataclass(frozen=True, slots=True)
class Target:
    """A web address in parts.

    Attributes:
        url: as it is asked for, without fragment.
        host: in ASCII, without brackets.
        literal: the host is an address in figures or `localhost`.
    """

    url: str
    scheme: str
    host: str
    port: int
    literal: bool

    @property
    def path(self) -> str:
        """What is asked for at the host."""
        parts = urlsplit(self.url)
        return urlunsplit(("", "", parts.path or "/", parts.query, ""))

    @property
    def authority(self) -> str:
        """Host and port as a `Host` header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def target_of(text: str, base: str | None = None) -> Target:
    """Return the parts of an address.

    Args:
        text: the address.
        base: the page that leads there, for an address that leaves out what is the same.

    Raises:
        BriefingError: it is no address of http or https (`web-address`).
    """
    try:
        parts = urlsplit(urljoin(base, text) if base else text.strip())
        host, port = _host(parts), parts.port
    except (ValueError, UnicodeError) as error:
        raise failure("web-address", text) from error
    scheme = parts.scheme.casefold()
    unfit = len(text) > _LONGEST or any(char.isspace() or not char.isprintable() for char in parts.geturl())
    if scheme not in _PORTS or not host or unfit or "@" in parts.netloc or "\\" in parts.netloc:
        raise failure("web-address", text)
    authority = f"[{host}]" if ":" in host else host
    netloc = authority if port is None else f"{authority}:{port}"
    url = urlunsplit((scheme, netloc, _escaped(parts.path), _escaped(parts.query), ""))
    return Target(url, scheme, host, port or _PORTS[scheme], _literal(host) is not None or host == _LOCAL)


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    return host if ":" in host or host.isascii() else host.encode("idna").decode("ascii")


def _escaped(text: str) -> str:
    """Return a part of an address with what is no ASCII as percent signs and figures."""
    return "".join(char if char.isascii() else "".join(f"%{b:02X}" for b in char.encode()) for char in text)


def _literal(host: str) -> Address | None:
    try:
        return ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None


def is_public(address: Address) -> bool:
    """Tell whether an address, and every address that is wrapped in it, is one of the open internet."""
    wrapped: list[Address | None] = []
    if isinstance(address, ipaddress.IPv6Address):
        wrapped += [address.ipv4_mapped, address.sixtofour]
        wrapped += list(address.teredo or ())
        if address in _NAT64:
            wrapped.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    own = wrapped[0] is not None if wrapped else False  # a mapped address is what it maps
    closed = address.is_multicast or address.is_unspecified or address.is_reserved or not address.is_global
    return (own or not closed) and all(is_public(inner) for inner in wrapped if inner is not None)


def resolve(target: Target, seconds: float) -> list[Address]:
    """Return the addresses of a host.

    Raises:
        BriefingError: `web-unknown-host`, or `web-timeout` where nobody answers.
    """
    if (literal := _literal(target.host)) is not None:
        return [literal]
    found: list[Address] = []
    failed: list[OSError] = []

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
        except OSError as error:
            failed.append(error)
        except UnicodeError as error:
            failed.append(OSError(str(error)))
        else:
            found.extend(ipaddress.ip_address(str(row[4][0]).partition("%")[0]) for row in rows)

    # The system's resolver cannot be given a time: it is left behind when its time is up.
    thread = threading.Thread(target=ask, daemon=True, name="resolve")
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise failure("web-timeout", target.url)
    if failed or not found:
        raise failure("web-unknown-host", target.url, host=target.host)
    return list(dict.fromkeys(found))


def admit(target: Target, addresses: list[Address], *, redirected: bool) -> None:
    """See that a host may be asked.

    Raises:
        BriefingError: `web-private` or, where a page leads there, `web-private-redirect`.
    """
    if all(is_public(address) for address in addresses) or (target.literal and not redirected):
        return
    raise failure("web-private-redirect" if redirected else "web-private", target.url, host=target.host)


def failure(code: str, url: str, **values: Value) -> BriefingError:
    """Return the error that names an address."""
    return BriefingError(Problem(code, "error", Place(file=url), {"name": url, **values}))
