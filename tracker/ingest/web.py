"""Fetch one address, within bounds: http and https, no private address unless allowed, size, time and redirects limited."""

from __future__ import annotations

import datetime as dt
import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from tracker import __version__
from tracker.errors import InputError
from tracker.ingest import libraries, limits

AGENT = f"claims-tracker/{__version__} (news archive for research)"
TIMEOUT = 20.0
"""Seconds that a server may be silent."""
LONGEST = 60.0
"""Seconds that an answer may take in all, redirects included, however busily it drips."""
REDIRECTS = 5
ACCEPT = "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,application/pdf;q=0.8,*/*;q=0.5"
MOVED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Fetched:
    """url — where it was found after redirects; at — when; etag, modified — for asking again whether it changed; status 304: it did not."""

    raw: bytes
    url: str
    media_type: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None
    status: int = 200
    at: dt.datetime = field(default_factory=lambda: dt.datetime.now(dt.UTC).replace(microsecond=0))


def fetch(url: str, allow_private: bool = False, headers: dict[str, str] | None = None) -> Fetched:
    """What stands at an address. Raises InputError with one sentence for whatever stops it."""
    httpx = libraries.load("httpx", "web", url)
    asked = {"User-Agent": AGENT, "Accept": ACCEPT, **(headers or {})}
    try:
        with httpx.Client(timeout=min(TIMEOUT, LONGEST), follow_redirects=False, trust_env=False) as client, deadline(client):
            for _ in range(REDIRECTS + 1):
                found = one(client, url, asked, allow_private)
                if isinstance(found, Fetched):
                    return found
                url = found
    except Late as error:
        raise InputError(url, f"did not answer within {error.seconds:.0f} seconds", "try again later") from error
    except httpx.TimeoutException as error:
        raise InputError(url, f"did not answer within {TIMEOUT:.0f} seconds", "try again later") from error
    except httpx.ConnectError as error:
        raise InputError(url, "nobody answers there", "check the address and the connection") from error
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as error:
        raise InputError(url, f"could not be fetched ({type(error).__name__})", "check the address and the connection") from error
    raise InputError(url, f"was redirected more than {REDIRECTS} times")


class Late(Exception):
    def __init__(self, seconds: float) -> None:
        self.seconds = seconds


@contextmanager
def deadline(client: Any) -> Iterator[None]:
    """Close the connection when the time is up: whatever waits on it then ends with an error, raised as Late."""
    watch = threading.Timer(LONGEST, client.close)
    begin = time.monotonic()
    watch.start()
    try:
        yield
    except Exception as error:
        if time.monotonic() - begin >= LONGEST:
            raise Late(LONGEST) from error
        raise
    finally:
        watch.cancel()


def one(client: Any, url: str, headers: dict[str, str], allow_private: bool) -> Fetched | str:
    """One request: what came, or where it was redirected. The connection goes to the very address that was checked."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise InputError(url, "is no http or https address")
    address = checked(url, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80), allow_private)
    host = f"[{address}]" if ":" in address else address
    target = parts._replace(netloc=host + (f":{parts.port}" if parts.port else ""), fragment="").geturl()
    name = parts.hostname + (f":{parts.port}" if parts.port else "")
    with client.stream("GET", target, headers={**headers, "Host": name}, extensions={"sni_hostname": parts.hostname}) as answer:
        if answer.status_code in MOVED and answer.headers.get("location"):
            return urljoin(url, str(answer.headers["location"]))
        if answer.status_code not in (200, 304):
            raise InputError(url, f"answered {answer.status_code} {answer.reason_phrase}".strip())
        return Fetched(
            bounded(answer, url),
            url,
            answer.headers.get("content-type", "").partition(";")[0].strip().lower(),
            answer.charset_encoding,
            answer.headers.get("etag"),
            answer.headers.get("last-modified"),
            answer.status_code,
        )


def checked(url: str, host: str, port: int, allow_private: bool) -> str:
    """The first address of a host; raises InputError where any of them is private and that was not allowed."""
    try:
        found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise InputError(url, f"the host {host} is not known", "check the address and the connection") from error
    if not allow_private and not all(ipaddress.ip_address(address.partition("%")[0]).is_global for address in found):
        raise InputError(url, "is a private address", "allow it with --allow-private if that is meant")
    return found[0]


def bounded(answer: Any, url: str) -> bytes:
    """The body, unpacked, up to the limit."""
    pieces, size = [], 0
    for piece in answer.iter_bytes():
        size += len(piece)
        if size > limits.FILE_BYTES:
            raise InputError(url, f"is larger than {limits.FILE_BYTES // 1_000_000} MB")
        pieces.append(piece)
    return b"".join(pieces)
