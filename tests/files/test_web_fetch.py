"""A page is fetched from the address that a person gave, and from nowhere else."""

from __future__ import annotations

import gzip
import ipaddress
import json
import ssl
import stat
import time
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.files.fetching import kept_page, open_address
from briefing_app.files.web_address import is_public, target_of
from briefing_app.files.web_fetch import Rules, fetch
from briefing_app.model.problems import BriefingError
from tests.files.making import FIRST, LAST
from tests.files.serving import Answer, serving

if TYPE_CHECKING:
    from pathlib import Path

PAGE = f"<!DOCTYPE html><html><body><p>{FIRST} Déjà vu.</p><p>{LAST}</p></body></html>".encode("cp1252")
DIRECT = Rules(seconds=20, proxies={})


def code_of(address: str, rules: Rules = DIRECT) -> str:
    with pytest.raises(BriefingError) as caught:
        fetch(address, rules)
    return caught.value.problems[0].code


def drip(stream: Any) -> None:
    for _ in range(600):
        stream.write(b"x")
        stream.flush()
        time.sleep(0.05)


def test_a_page_is_read_and_its_bytes_are_kept(tmp_path: Path) -> None:
    answer = Answer(
        gzip.compress(PAGE), 200, {"Content-Encoding": "gzip", "Content-Type": "text/html; charset=latin1"}
    )
    with serving({"/a?b=%C3%BC": answer}) as server:
        address = f"{server.url}/a?b=ü#part"
        found = open_address(address, tmp_path / "pages", "2026-03-03", DIRECT)
        headers = server.asked[0][1]
    assert found.opened.article.paragraphs == (f"{FIRST} Déjà vu.", LAST)
    assert found.opened.article.url == f"{server.url}/a?b=%C3%BC"
    assert found.opened.problems == ()
    assert not {"Cookie", "Referer", "Authorization"} & set(headers)
    assert headers["Host"] == f"127.0.0.1:{server.port}"
    assert found.kept is not None
    assert kept_page(tmp_path / "pages", found.fetched.digest) == PAGE
    assert stat.S_IMODE(found.kept.stat().st_mode) == 0o600
    note = json.loads(found.kept.with_suffix(".json").read_text(encoding="utf-8"))
    assert (note["url"], note["retrieved"]) == (f"{server.url}/a?b=%C3%BC", "2026-03-03")
    found.kept.write_bytes(PAGE + b"x")
    assert kept_page(tmp_path / "pages", found.fetched.digest) is None


def test_redirects_are_followed_and_shown() -> None:
    answers = {
        "http://harbour.invalid/a": Answer(status=301, headers={"Location": "//port.invalid/b"}),
        "http://port.invalid/b": Answer(status=307, headers={"Location": "c"}),
        "http://port.invalid/c": Answer(PAGE),
        "http://loop.invalid/": Answer(status=302, headers={"Location": "/"}),
    }
    with serving(answers) as server:
        rules = Rules(seconds=20, proxies={"http": f"http://me:a%40b@127.0.0.1:{server.port}"})
        found = open_address("http://harbour.invalid/a", rules=rules)
        assert code_of("http://loop.invalid/", rules) == "web-redirects"
        asked = server.asked[0][1]
    assert found.fetched.hops == (
        "http://harbour.invalid/a",
        "http://port.invalid/b",
        "http://port.invalid/c",
    )
    assert [each.code for each in found.opened.problems] == ["web-redirected", "article-guessed"]
    assert asked["Proxy-Authorization"] == "Basic bWU6YUBi"


@pytest.mark.parametrize(
    ("where", "code"),
    [
        ("/", "web-private-redirect"),
        ("http://localhost/", "web-private-redirect"),
        ("http://10.0.0.1/", "web-private-redirect"),
        ("http://[::1]/", "web-private-redirect"),
        ("http://[::ffff:127.0.0.1]/", "web-private-redirect"),
        ("file:///etc/passwd", "web-address"),
    ],
)
def test_no_redirect_leads_to_a_private_address(where: str, code: str) -> None:
    with serving({"/a": Answer(status=302, headers={"Location": where})}) as server:
        assert code_of(f"{server.url}/a") == code
        assert len(server.asked) == 1


def test_a_private_address_is_asked_only_as_typed() -> None:
    with serving({"/": Answer(PAGE)}) as server:
        for host in ("127.0.0.1", "localhost"):
            assert fetch(f"http://{host}:{server.port}/", DIRECT).data == PAGE
        for host in ("2130706433", "0x7f.1", "127.1"):
            assert code_of(f"http://{host}:{server.port}/") == "web-private"
        assert len(server.asked) == 2


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("::ffff:8.8.8.8", True),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - an address to refuse
        ("::1", False),
        ("fe80::1", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:a00:1::", False),
        ("64:ff9b::a00:1", False),
    ],
)
def test_which_addresses_are_public(address: str, public: bool) -> None:  # noqa: FBT001
    assert is_public(ipaddress.ip_address(address)) == public


@pytest.mark.parametrize(
    "text",
    [
        "ftp://harbour.example/",
        "harbour.example",
        "http:///a",
        "http://a b/",
        "http://name:word@harbour.example/",
        "http://harbour.example\\@other.example/",
        "http://harbour.example:99999/",
        "http://[::1/",
        "http://harbour.example/\u202e",
        "javascript:alert(1)",
        "http://" + "a" * 5_000,
    ],
)
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(BriefingError) as caught:
        target_of(text)
    assert caught.value.problems[0].code == "web-address"


def test_addresses_in_other_letters_and_figures() -> None:
    assert target_of(" HTTP://Bücher.example:80 ").url == "http://xn--bcher-kva.example:80"
    assert target_of("https://[2001:db8::1]:8443/a").authority == "[2001:db8::1]:8443"
    assert target_of("https://harbour.example").path == "/"


def test_what_goes_wrong_on_the_way_is_said() -> None:
    answers = {
        "/bomb": Answer(gzip.compress(b"x" * 50_000_000), 200, {"Content-Encoding": "gzip"}),
        "/large": Answer(b"x" * 5_100_000),
        "/short": Answer(b"abc", 200, {"Content-Length": "100"}),
        "/half": Answer(gzip.compress(PAGE)[:40], 200, {"Content-Encoding": "gzip"}),
        "/bad": Answer(b"abc", 200, {"Content-Encoding": "gzip"}),
        "/br": Answer(b"abc", 200, {"Content-Encoding": "br"}),
        "/png": Answer(b"\x89PNG"),
    }
    with serving(answers) as server:
        codes = {path: code_of(server.url + path) for path in [*list(answers)[:-1], "/none"]}
        with pytest.raises(BriefingError) as caught:
            open_address(f"{server.url}/png", rules=DIRECT)
    assert codes == {
        "/bomb": "file-too-large",
        "/large": "file-too-large",
        "/short": "web-cut-off",
        "/half": "web-cut-off",
        "/bad": "web-packed",
        "/br": "web-packed",
        "/none": "web-status",
    }
    assert caught.value.problems[0].code == "article-kind"
    assert code_of(f"{server.url}/") == "web-unreachable"
    assert code_of("http://harbour.invalid/") == "web-unknown-host"


def test_a_server_that_drips_is_left() -> None:
    with serving({"/": Answer(write=drip)}) as server:
        assert code_of(f"{server.url}/", Rules(seconds=1, proxies={})) == "web-timeout"


def test_certificates_are_checked(root: Path) -> None:
    certificate = root / "tests" / "files" / "tls" / "harbour.pem"
    with serving({"/": Answer(PAGE)}, certificate) as server:
        assert code_of(f"{server.url}/") == "web-certificate"
        own = ssl.create_default_context(cafile=str(certificate))
        assert fetch(f"{server.url}/", Rules(proxies={}, context=own)).data == PAGE
        assert (
            code_of(f"https://localhost:{server.port}/", Rules(proxies={}, context=own)) == "web-certificate"
        )


def test_the_proxy_of_the_system_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"http://harbour.invalid/": Answer(PAGE)}) as server:
        monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.port}")
        monkeypatch.setenv("https_proxy", f"127.0.0.1:{server.port}")
        monkeypatch.setenv("no_proxy", "direct.invalid")
        assert fetch("http://harbour.invalid/").data == PAGE
        assert code_of("http://direct.invalid/", Rules(seconds=20)) == "web-unknown-host"
        assert code_of("https://harbour.invalid/", Rules(seconds=20)) == "web-unreachable"
        monkeypatch.setenv("http_proxy", "socks5://127.0.0.1:1")
        assert code_of("http://harbour.invalid/", Rules(seconds=20)) == "web-proxy"
