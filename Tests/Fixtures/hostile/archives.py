"""ZIP archives, gzip files and workbooks put together byte by byte, so that every lie can be told."""

import struct
import zlib
from dataclasses import dataclass

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass
class Part:
    """A part of an archive, and what the archive says of it that is not so."""

    name: str
    content: bytes
    is_packed: bool = False
    method: int | None = None
    flags: int = 0
    checksum_off: int = 0
    size_off: int = 0
    # The name that stands before the part, where it is not the directory's.
    local_name: str | None = None


def deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def zipped(parts: list[Part], announced: int | None = None, comment: bytes = b"") -> bytes:
    out, directory = b"", b""
    for part in parts:
        data = deflated(part.content) if part.is_packed else part.content
        method = part.method if part.method is not None else (8 if part.is_packed else 0)
        checksum = (zlib.crc32(part.content) + part.checksum_off) & 0xFFFFFFFF
        size = (len(part.content) + part.size_off) & 0xFFFFFFFF
        packed = len(data) if part.is_packed else size

        def common(name: bytes) -> bytes:
            # Version, flags, method, time, date (1 January 1980), checksum, sizes, lengths.
            return struct.pack(
                "<HHHHHIIIHH", 20, part.flags, method, 0, 33, checksum, packed, size, len(name), 0
            )

        name = part.name.encode("utf-8")
        local = (part.local_name or part.name).encode("utf-8")
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + common(name)
        directory += struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + name
        out += b"PK\x03\x04" + common(local) + local + data
    count = len(parts) if announced is None else announced
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(out), len(comment))
    return out + directory + b"PK\x05\x06" + end + comment


def relationships(*entries: tuple[str, str, str]) -> str:
    """Id, last word of the type, target."""
    inside = "".join(
        f'<Relationship Id="{name}" Type="{LINKS}/{kind}" Target="{target}"/>' for name, kind, target in entries
    )
    return f'<Relationships xmlns="{PACKAGE}">{inside}</Relationships>'


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def column(number: int) -> str:
    """The letters of a column, from 0."""
    return chr(65 + number)


def row(number: int, cells: list[str | float | None]) -> str:
    """Numbers as numbers, texts as texts in the cell; None is no cell."""
    out = f'<row r="{number}">'
    for place, cell in enumerate(cells):
        here = f'r="{column(place)}{number}"'
        if isinstance(cell, str):
            out += f'<c {here} t="inlineStr"><is><t xml:space="preserve">{escaped(cell)}</t></is></c>'
        elif cell is not None:
            out += f"<c {here}><v>{cell!r}</v></c>"
    return out + "</row>"


def rows(table: list[list[str | float | None]], first: int = 1) -> str:
    return "".join(row(first + place, cells) for place, cells in enumerate(table))


def data(inside: str) -> str:
    return f"<sheetData>{inside}</sheetData>"


def sheet(inside: str, space: str = MAIN, head: str = "") -> str:
    return f'{head}<worksheet xmlns="{space}">{inside}</worksheet>'


def strings(*texts: str) -> str:
    """Shared strings, each as it stands inside of `si`."""
    inside = "".join(f"<si>{text}</si>" for text in texts)
    return f'<sst xmlns="{MAIN}" count="{len(texts)}" uniqueCount="{len(texts)}">{inside}</sst>'


def parts(
    sheets: dict[str, str],
    shared: str | None = None,
    styles: str | None = None,
    space: str = MAIN,
    properties: str = "",
    state: str = "",
    others: dict[str, str | bytes | None] | None = None,
) -> list[Part]:
    """The parts of a workbook: sheets by name, each as its whole part; others besides or instead."""
    entries = [(f"s{place}", "worksheet", f"worksheets/sheet{place}.xml") for place in range(len(sheets))]
    tabs = "".join(
        f'<sheet name="{escaped(name)}" sheetId="{place + 1}"{state if place else ""} r:id="s{place}"/>'
        for place, name in enumerate(sheets)
    )
    texts: dict[str, str | bytes | None] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relationships(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{space}" xmlns:r="{LINKS}">{properties}<sheets>{tabs}</sheets></workbook>',
    }
    for place, content in enumerate(sheets.values()):
        texts[f"xl/worksheets/sheet{place}.xml"] = content
    if shared is not None:
        entries.append(("t", "sharedStrings", "sharedStrings.xml"))
        texts["xl/sharedStrings.xml"] = shared
    if styles is not None:
        entries.append(("f", "styles", "styles.xml"))
        texts["xl/styles.xml"] = styles
    texts["xl/_rels/workbook.xml.rels"] = relationships(*entries)
    texts.update(others or {})
    return [
        Part(name, text.encode("utf-8") if isinstance(text, str) else text)
        for name, text in texts.items()
        if text is not None
    ]


def book(inside: str, **options: object) -> bytes:
    """A workbook of one sheet called Sheet1."""
    return zipped(parts({"Sheet1": sheet(inside)}, **options))  # type: ignore[arg-type]


def gzipped(content: bytes, flags: int = 0, more: bytes = b"", checksum_off: int = 0, size_off: int = 0) -> bytes:
    """A member of a gzip file: no date, no system."""
    end = struct.pack(
        "<II", (zlib.crc32(content) + checksum_off) & 0xFFFFFFFF, (len(content) + size_off) & 0xFFFFFFFF
    )
    return b"\x1f\x8b\x08" + bytes([flags]) + b"\0\0\0\0\0\xff" + more + deflated(content) + end
