"""ZIP archives around workbooks and around nothing, and files packed with gzip."""

import struct

from archives import Part, data, gzipped, parts, rows, sheet, zipped
from case import accept, reject, warn

PLAIN = sheet(data(rows([["source", "target"], ["a", "b"]])))
CSV = b"source,target\na,b\n"
GRAPHML = (
    b'<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><graph edgedefault="directed">'
    b'<node id="a"/><node id="b"/><edge source="a" target="b"/></graph></graphml>'
)


def plain() -> list[Part]:
    return parts({"Sheet1": PLAIN})


def with_part(name: str, content: bytes = b"x") -> bytes:
    return zipped([*plain(), Part(name, content)])


def changed(**lies: object) -> bytes:
    """A good workbook that says something else of its sheet."""
    found = plain()
    for part in found:
        if "sheet0" in part.name:
            for name, value in lies.items():
                setattr(part, name, value)
    return zipped(found)


def packed() -> bytes:
    return changed(is_packed=True)


def bomb(size: int) -> bytes:
    found = plain()
    for part in found:
        if "sheet0" in part.name:
            part.content += b" " * size
            part.is_packed = True
    return zipped(found)


def speaking_of_many() -> bytes:
    """A directory of 64 bits that speaks of a billion parts."""
    record = b"PK\x06\x06" + struct.pack("<QHHIIQQQQ", 44, 45, 45, 0, 0, 1 << 30, 1 << 30, 0, 0)
    locator = b"PK\x06\x07" + struct.pack("<IQI", 0, 4, 1)
    return b"PK\x03\x04" + record + locator + b"PK\x05\x06" + b"\0" * 4 + b"\xff" * 12 + b"\0\0"


def twice_the_same_bytes() -> bytes:
    """Two parts of the directory that lie at one place."""
    whole = zipped([*plain(), Part("xl/more.xml", b"<x/>")])
    place = whole.rindex(b"xl/more.xml") - 4
    return whole[:place] + struct.pack("<I", 0) + whole[place + 4 :]


GOOD = zipped(plain())

CASES = [
    # ZIP.
    accept("zip-packed.xlsx", packed(), 2, 1),
    accept("zip-with-comment.xlsx", zipped(plain(), comment=b"made by hand"), 2, 1),
    accept("zip-with-folders.xlsx", with_part("xl/", b""), 2, 1),
    accept("zip-bytes-at-the-ratio.xlsx", bomb(900_000), 2, 1),
    reject("zip-nothing-in-it.xlsx", b"PK\x05\x06" + b"\0" * 18),
    reject("zip-four-bytes.xlsx", b"PK\x03\x04"),
    reject("zip-half.xlsx", GOOD[: len(GOOD) // 2]),
    reject("zip-without-end.xlsx", GOOD[:-22]),
    reject("zip-last-byte-missing.xlsx", GOOD[:-1]),
    reject("zip-bytes-behind.xlsx", GOOD + b"x" * 100),
    reject("zip-wrong-checksum.xlsx", changed(checksum_off=1)),
    reject("zip-wrong-checksum-packed.xlsx", changed(checksum_off=1, is_packed=True)),
    reject("zip-size-too-small.xlsx", changed(size_off=-10)),
    reject("zip-size-too-large.xlsx", changed(size_off=10)),
    reject("zip-size-of-4-gigabytes.xlsx", changed(size_off=2**32 - 1000, is_packed=True)),
    reject("zip-packed-size-too-small.xlsx", changed(size_off=-10, is_packed=True)),
    reject("zip-other-local-name.xlsx", changed(local_name="xl/worksheets/sheet9.xml")),
    reject("zip-encrypted.xlsx", changed(flags=1)),
    reject("zip-unknown-method.xlsx", changed(method=97)),
    reject("zip-bytes-that-are-not-packed.xlsx", changed(method=8)),
    reject("zip-travelling-name.xlsx", with_part("../evil.xml")),
    reject("zip-travelling-in-the-middle.xlsx", with_part("xl/../../evil.xml")),
    reject("zip-absolute-name.xlsx", with_part("/etc/cron.d/evil")),
    reject("zip-drive.xlsx", with_part("C:/evil.xml")),
    reject("zip-backslashes.xlsx", with_part("..\\evil.xml")),
    reject("zip-name-with-control-character.xlsx", with_part("xl/a\x01b")),
    reject("zip-empty-name.xlsx", with_part("")),
    reject("zip-part-twice.xlsx", with_part("xl/workbook.xml")),
    reject("zip-part-twice-in-capitals.xlsx", with_part("XL/WORKBOOK.XML")),
    reject("zip-more-parts-than-there-are.xlsx", zipped(plain(), announced=60)),
    reject("zip-fewer-parts-than-there-are.xlsx", zipped(plain(), announced=3)),
    reject("zip-a-billion-parts.xlsx", speaking_of_many()),
    reject("zip-parts-at-one-place.xlsx", twice_the_same_bytes()),
    reject("zip-bomb.xlsx", bomb(20_000_000)),
    reject("zip-in-a-zip.zip", zipped([Part("inside.xlsx", GOOD)])),
    reject("zip-of-a-table.zip", zipped([Part("ties.csv", CSV)])),
    reject("zip-word-document.docx", zipped([Part("[Content_Types].xml", b"<Types/>"), Part("word/document.xml", b"<x/>")])),
    reject("zip-presentation.xlsx", zipped([Part("[Content_Types].xml", b"<Types/>"), Part("ppt/presentation.xml", b"<x/>")])),
    reject("zip-binary-workbook.xlsb", zipped([Part("[Content_Types].xml", b"<Types/>"), Part("xl/workbook.bin", b"\x83\x01")])),
    reject("zip-open-document.ods", zipped([Part("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), Part("content.xml", b"<x/>")])),
    reject("xls-old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504),
    reject("xls-with-password.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")),
    reject("xlsx-text.xlsx", CSV),
    reject("zip-as-graphml.graphml", GOOD, format="graphml"),
    # gzip.
    accept("gzip-graphml.graphmlz", gzipped(GRAPHML), 2, 1),
    accept("gzip-graphml.graphml.gz", gzipped(GRAPHML), 2, 1),
    accept("gzip-table.csv.gz", gzipped(CSV), 2, 1),
    accept("gzip-two-members.csv.gz", gzipped(CSV[:9]) + gzipped(CSV[9:]), 2, 1),
    accept("gzip-name-and-comment.csv.gz", gzipped(CSV, 0x18, b"ties.csv\0by hand\0"), 2, 1),
    warn("gzip-semicolons.csv.gz", gzipped(b"source;target\na;b\n"), 2, 1),
    reject("gzip-nothing-in-it.csv.gz", gzipped(b"")),
    reject("gzip-two-bytes.csv.gz", b"\x1f\x8b"),
    reject("gzip-half.csv.gz", gzipped(CSV)[:20]),
    reject("gzip-without-checksum.csv.gz", gzipped(CSV)[:-8]),
    reject("gzip-last-byte-missing.csv.gz", gzipped(CSV)[:-1]),
    reject("gzip-wrong-checksum.csv.gz", gzipped(CSV, checksum_off=1)),
    reject("gzip-wrong-size.csv.gz", gzipped(CSV, size_off=1)),
    reject("gzip-bytes-behind.csv.gz", gzipped(CSV) + b"more"),
    # gzip itself passes over zeros that fill up the last block.
    accept("gzip-zeros-behind.csv.gz", gzipped(CSV) + b"\0" * 512, 2, 1),
    reject("gzip-unknown-method.csv.gz", b"\x1f\x8b\x07" + gzipped(CSV)[3:]),
    reject("gzip-reserved-flags.csv.gz", gzipped(CSV, 0xE0)),
    reject("gzip-bomb.csv.gz", gzipped(b"\0" * 20_000_000)),
    reject("gzip-bomb-of-members.csv.gz", gzipped(b"0" * 300_000) * 60),
    reject("gzip-in-gzip.csv.gz", gzipped(gzipped(CSV))),
    reject("gzip-broken-graphml.graphmlz", gzipped(GRAPHML[:-10]), 1),
    reject("gzip-unclosed-quote.csv.gz", gzipped(b'source,target\na,"b\nc,d\n'), 2),
    reject("gzip-bytes-that-are-not-packed.csv.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + b"\xff" * 30),
    reject("gzip-endless-empty-blocks.csv.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + b"\0\0\0\xff\xff" * 200),
]  # fmt: skip
