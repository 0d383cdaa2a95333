"""Fetches one page that a person gave the address of: no cookies, no scripts, nothing that the page names."""

from __future__ import annotations

import base64
import contextlib
import http.client
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass
from email.message import Message
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from briefing_app.files.intake import megabytes
from briefing_app.files.reading import digest_of_bytes
from briefing_app.files.web_address import Address, Target, admit, failure, resolve, target_of
from briefing_app.model.problems import BriefingError
from briefing_app.model.record import MAX_ARTICLE_BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping

_MOST_REDIRECTS = 6
_REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 1 << 16
_HEADERS = {
    "User-Agent": "Briefing",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Rules:
    """How a page is fetched.

    Attributes:
        seconds: that all of it may take, redirects included.
        most: bytes of the page, unpacked.
        proxies: by scheme; None for those of the system.
        context: of TLS; None for the system's certificates.
    """

    seconds: float = 30.0
    most: int = MAX_ARTICLE_BYTES
    proxies: Mapping[str, str] | None = None
    context: ssl.SSLContext | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it was fetched.

    Attributes:
        url: where it was in the end.
        data: its bytes, unpacked.
        charset: the encoding that was named with it, empty for none.
        hops: every address that was asked, in order; more than one where there were redirects.
        digest: SHA-256 of the bytes.
    """

    url: str
    data: bytes
    charset: str
    hops: tuple[str, ...]
    digest: str


def fetch(address: str, rules: Rules | None = None) -> Fetched:
    """Return the page at an address, following its redirects.

    Raises:
        BriefingError: `web-address`, `web-unknown-host`, `web-private`, `web-private-redirect`,
            `web-redirects`, `web-timeout`, `web-certificate`, `web-unreachable`, `web-status`, `web-packed`,
            `web-cut-off`, `web-proxy` or `file-too-large`.
    """
    rules = rules or Rules()
    deadline = time.monotonic() + rules.seconds
    target = target_of(address)
    hops: list[str] = []
    while True:
        hops.append(target.url)
        if len(hops) > _MOST_REDIRECTS:
            raise failure("web-redirects", address, n=_MOST_REDIRECTS)
        try:
            answer = _ask(target, rules, deadline, redirected=len(hops) > 1)
        except TimeoutError as error:
            raise failure("web-timeout", target.url) from error
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise _explained(error, target, deadline) from error
        if isinstance(answer, str):
            target = target_of(answer, target.url)
            continue
        data, charset = answer
        return Fetched(target.url, data, charset, tuple(hops), digest_of_bytes(data))


def _explained(error: Exception, target: Target, deadline: float) -> BriefingError:
    """Return the problem behind an error of the network."""
    if time.monotonic() >= deadline:
        return failure("web-timeout", target.url)
    if isinstance(error, ssl.SSLError):
        reason = getattr(error, "verify_message", "") or error.reason or ""
        return failure("web-certificate", target.url, host=target.host, reason=reason)
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return failure("web-unreachable", target.url, host=target.host, reason=reason[:200])


def _ask(target: Target, rules: Rules, deadline: float, *, redirected: bool) -> str | tuple[bytes, str]:
    """Return where the answer leads on, or the bytes of the page and their encoding."""
    connection = _connect(target, rules, deadline, redirected=redirected)
    asked = target.url if connection.absolute else target.path
    try:
        connection.putrequest("GET", asked, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", target.authority)
        for name, value in {**_HEADERS, **connection.extra}.items():
            connection.putheader(name, value)
        connection.endheaders()
        with contextlib.closing(connection.getresponse()) as response:
            where = response.getheader("Location")
            if response.status in _REDIRECTS and where:
                return where
            if response.status != http.client.OK:
                raise failure("web-status", target.url, n=response.status, reason=response.reason[:80])
            return _body(response, connection, target, rules.most, deadline), _charset(response)
    finally:
        connection.end()


class _Checked(http.client.HTTPConnection):
    """A connection to an address that was checked, or to a proxy."""

    def __init__(self, host: str, port: int, addresses: list[str], deadline: float) -> None:
        super().__init__(host, port)
        self.addresses = addresses
        self.deadline = deadline
        self.tls: tuple[ssl.SSLContext, str] | None = None
        self.tunnel: bytes | None = None
        self.absolute = False
        self.extra: dict[str, str] = {}
        self.link: socket.socket | None = None
        self.watch: threading.Timer | None = None

    def connect(self) -> None:
        """Connect to the first of the checked addresses that answers."""
        self.sock = self._connected()
        if self.tunnel is not None:
            self._through()
        if self.tls is not None:
            context, name = self.tls
            self.sock = context.wrap_socket(self.sock, server_hostname=name)
        self.link = self.sock
        # A time-out holds for each byte alone; this one for all of them, also where they drip.
        self.watch = threading.Timer(left(self.deadline), self._cut)
        self.watch.daemon = True
        self.watch.start()

    def end(self) -> None:
        """Close the connection."""
        if self.watch is not None:
            self.watch.cancel()
            self.watch.join()
        self.close()
        if self.link is not None:
            self.link.close()

    def _cut(self) -> None:
        if self.link is not None:
            with contextlib.suppress(OSError):
                socket.socket.shutdown(self.link, socket.SHUT_RDWR)

    def _connected(self) -> socket.socket:
        problem: OSError | None = None
        for address in self.addresses:
            try:
                return socket.create_connection((address, self.port), timeout=left(self.deadline))
            except OSError as error:
                problem = error
        raise problem or OSError("no address")

    def _through(self) -> None:
        """Ask a proxy to let the connection through.

        Raises:
            OSError: it does not.
        """
        self.sock.sendall(self.tunnel or b"")
        said = b""
        while b"\r\n\r\n" not in said and len(said) < _CHUNK:
            self.sock.settimeout(left(self.deadline))
            piece = self.sock.recv(1)  # not one byte beyond the header
            if not piece:
                break
            said += piece
        words = said.split(None, 2)
        if len(words) < 2 or words[1] != b"200":  # noqa: PLR2004 - the second word is the status
            raise OSError(f"proxy: {words[1].decode('latin-1') if len(words) > 1 else ''}")


def left(deadline: float) -> float:
    """Return the seconds that are left.

    Raises:
        TimeoutError: none are.
    """
    seconds = deadline - time.monotonic()
    if seconds <= 0:
        raise TimeoutError
    return seconds


def _connect(target: Target, rules: Rules, deadline: float, *, redirected: bool) -> _Checked:
    """Return a connection that will lead to a checked address of a host, or to the proxy for it."""
    proxy = _proxy(target, rules)
    addresses: list[Address] = []
    try:
        addresses = resolve(target, left(deadline))
    except BriefingError:  # the proxy may know names that this computer does not
        if proxy is None:
            raise
    admit(target, addresses, redirected=redirected)
    if proxy is None:
        connection = _Checked(target.host, target.port, [str(each) for each in addresses], deadline)
    else:
        connection = _by_proxy(proxy, target, deadline)
    if target.scheme == "https":
        connection.tls = (rules.context or ssl.create_default_context(), target.host)
    return connection


def _proxy(target: Target, rules: Rules) -> str | None:
    """Return the proxy that the system has for a host."""
    if rules.proxies is not None:
        return rules.proxies.get(target.scheme)
    from urllib.request import getproxies, proxy_bypass

    return None if proxy_bypass(target.host) else getproxies().get(target.scheme)


def _by_proxy(proxy: str, target: Target, deadline: float) -> _Checked:
    parts = urlsplit(proxy if "//" in proxy else f"http://{proxy}")
    if parts.scheme != "http" or not parts.hostname:
        raise failure("web-proxy", target.url, proxy=parts.scheme or proxy)
    connection = _Checked(parts.hostname, parts.port or 80, [parts.hostname], deadline)
    extra = {}
    if parts.username:
        secret = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
        extra["Proxy-Authorization"] = f"Basic {base64.b64encode(secret).decode('ascii')}"
    if target.scheme == "http":
        connection.absolute, connection.extra = True, extra
    else:
        name = f"[{target.host}]" if ":" in target.host else target.host
        lines = [f"CONNECT {name}:{target.port} HTTP/1.1", f"Host: {name}:{target.port}"]
        lines += [f"{key}: {value}" for key, value in extra.items()]
        connection.tunnel = ("\r\n".join(lines) + "\r\n\r\n").encode("ascii")
    return connection


def _body(
    response: http.client.HTTPResponse, connection: _Checked, target: Target, most: int, deadline: float
) -> bytes:
    """Return the page unpacked, never more than `most` bytes of it."""
    packed = (response.getheader("Content-Encoding") or "identity").strip().casefold()
    if packed not in {"identity", "gzip", "x-gzip", "deflate"}:
        raise failure("web-packed", target.url, kind=packed[:40])
    unpacker = None if packed == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 32)
    pieces, size = [], 0
    while True:
        if connection.link is not None:
            connection.link.settimeout(left(deadline))
        chunk = response.read1(_CHUNK)
        if not chunk:
            break
        try:
            piece = unpacker.decompress(chunk, most - size + 1) if unpacker else chunk
        except zlib.error as error:
            raise failure("web-packed", target.url, kind=packed) from error
        pieces.append(piece)
        size += len(piece)
        if size > most:
            raise failure("file-too-large", target.url, size=f"> {megabytes(most)}", most=megabytes(most))
    left(deadline)
    if response.length or (unpacker is not None and not unpacker.eof):
        raise failure("web-cut-off", target.url)
    return b"".join(pieces)


def _charset(response: http.client.HTTPResponse) -> str:
    message = Message()
    message["Content-Type"] = response.getheader("Content-Type") or ""
    return str(message.get_content_charset() or "")
