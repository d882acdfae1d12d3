"""Passwords of programs: how the keys and tokens of well-known services look, from their own documentation."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A piece that stands in every such key, for speed, and the whole key.
SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (piece, re.compile(rf"(?<![A-Za-z0-9]){shape}" if shape[0].isalnum() else shape))
    for piece, shape in (
        *((f"gh{kind}_", rf"gh{kind}_[A-Za-z0-9]{{20,255}}") for kind in "opusr"),
        ("github_pat_", r"github_pat_\w{22,255}"),
        ("glpat-", r"glpat-[\w-]{20,}"),
        ("AKIA", r"AKIA[A-Z0-9]{16}"),
        ("ASIA", r"ASIA[A-Z0-9]{16}"),
        ("xox", r"xox[abeoprs](?:\.xox[a-z])?-[\w-]{10,}"),
        ("xapp-", r"xapp-\d-[\w-]{10,}"),
        ("hooks.slack.com", r"hooks\.slack\.com/services/T\w+/B\w+/\w{16,}"),
        ("/webhooks/", r"discord(?:app)?\.com/api/webhooks/\d{15,}/[\w-]{40,}"),
        ("AIza", r"AIza[\w-]{35}"),
        ("GOCSPX-", r"GOCSPX-[\w-]{28}"),
        ("ya29.", r"ya29\.[\w-]{20,}"),
        ("sk-", r"sk-(?:[a-z0-9]{1,12}-){0,3}(?=[\w-]{0,99}\d)(?=[\w-]{0,99}[A-Z])[\w-]{20,200}"),
        ("_live_", r"[srp]k_live_[A-Za-z0-9]{16,}"),
        ("whsec_", r"whsec_[A-Za-z0-9+/]{20,}"),
        ("npm_", r"npm_[A-Za-z0-9]{30,}"),
        ("pypi-", r"pypi-AgE[\w-]{16,}"),
        ("hf_", r"hf_[A-Za-z]{30,}"),
        ("SG.", r"SG\.[\w-]{20,24}\.[\w-]{39,50}"),
        ("dop_v1_", r"dop_v1_[a-f0-9]{64}"),
        ("shpat_", r"shpat_[a-fA-F0-9]{32}"),
        ("dckr_pat_", r"dckr_pat_[\w-]{20,}"),
        ("eyJ", r"eyJ[\w-]{8,2000}\.eyJ[\w-]{8,2000}\.[\w-]{8,}"),
        (":AA", r"\d{8,10}:AA[\w-]{32,34}(?![\w-])"),
        ("sig=", r"sig=[A-Za-z0-9+/]{20,}[A-Za-z0-9%+/=]{12,}"),
        ("AccountKey=", r"AccountKey=[A-Za-z0-9+/]{40,}={0,2}"),
        ("AGE-SECRET-KEY-1", r"AGE-SECRET-KEY-1[A-Z0-9]{40,}"),
        ("PRIVATE KEY", r"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----"),
        ("://", r"://[^\s/:@<>]{1,80}:[^\s/@<>]{3,80}@[\w.-]{3,}"),
        ("uthorization", r"[Aa]uthorization:\s*(?:Bearer|Basic|token)\s+[\w.~+/-]{16,}"),
    )
)
PASSWORD = re.compile(
    r"\b(?:password|passwd|passphrase|wachtwoord|toegangscode|pincode|api[_-]?key|api[_-]?sleutel|client[_-]?secret)"
    r"['\"]?(?:\s*[:=]\s*|\sis\s|\s)['\"`]?(?P<value>[^\s'\"`,;<>]{6,})"
    r"|\b[a-z_-]{0,30}(?:secret|token)[a-z_-]{0,30}['\"]?\s*[:=]\s*['\"`]?(?P<long>[^\s'\"`,;<>]{16,})",
    re.IGNORECASE,
)
PASSWORD_WORDS = (
    "passw",
    "passphr",
    "wachtw",
    "toegangsc",
    "pincode",
    "api_",
    "api-",
    "apik",
    "apis",
    "secret",
    "token",
)
# Words in a key that nobody uses, and how few different characters one has.
INVENTED = re.compile(
    r"x{4}|\*{3}|\.{3}|…|example|voorbeeld|placeholder|your|jouw|:(?:password|wachtwoord|pass|pwd|token)@|0{6}|1234567890abc",
    re.IGNORECASE,
)
VARIED = 7


def keys(text: str) -> Iterator[tuple[int, str]]:
    """Yield where each key in `text` begins, and the key. One that shows how a key looks is none: `ghp_xxxxxxxx`."""
    for piece, shape in SHAPES:
        if piece in text:
            for found in shape.finditer(text):
                if len(set(found[0].lower())) >= VARIED and not INVENTED.search(found[0]):
                    yield found.start(), found[0]


def passwords(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a word for a password stands in `text` with what may be one after it, and that."""
    lowered = text.lower()
    if any(word in lowered for word in PASSWORD_WORDS):
        for found in PASSWORD.finditer(text):
            value = found["value"] or found["long"]
            if re.search(r"\d", value) and re.search(r"[^\W\d]", value) and not INVENTED.search(value):
                yield found.end() - len(value), value
