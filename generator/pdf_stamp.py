"""The moment of making inside a PDF file that LibreOffice wrote, and its replacement by a fixed one.

LibreOffice 7.4 does not honour SOURCE_DATE_EPOCH. The date of creation, the two identifiers and a private checksum
are the only bytes in which two exports of one document differ; each has a fixed length, so that no offset moves.
"""

from __future__ import annotations

import hashlib
import re
from datetime import UTC, datetime

_INFO_DATE = re.compile(rb"(?<=/CreationDate\(D:)\d{14}")
_XMP_DATE = re.compile(rb"(?<=Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?=[^<]{0,6}</xmp:)")
_IDENTIFIERS = re.compile(rb"(/ID \[ <)[0-9A-F]{32}(>\s+<)[0-9A-F]{32}(> \]\s+/DocChecksum /)[0-9A-F]{32}")


def restamp(pdf: bytes, seconds: int) -> bytes:
    """Return the PDF as if made at a moment given in seconds since 1970, in UTC.

    The identifiers become a digest of the rest. A PDF/A file also carries a dated, compressed colour profile,
    which stays as it is. A PDF without the usual entries is returned with those replaced that it has.
    """
    moment = datetime.fromtimestamp(seconds, UTC)
    dated = _INFO_DATE.sub(moment.strftime("%Y%m%d%H%M%S").encode(), pdf)
    dated = _XMP_DATE.sub(moment.strftime("%Y-%m-%dT%H:%M:%S").encode(), dated)
    blank = _identified(dated, b"0" * 32)
    digest = hashlib.md5(blank, usedforsecurity=False).hexdigest().upper()
    return _identified(blank, digest.encode())


def _identified(pdf: bytes, digest: bytes) -> bytes:
    return _IDENTIFIERS.sub(rb"\g<1>%b\g<2>%b\g<3>%b" % (digest, digest, digest), pdf)
