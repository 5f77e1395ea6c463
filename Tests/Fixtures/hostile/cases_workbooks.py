"""Excel workbooks: their parts, sheets and cells. In a cell the line is its row."""

from archives import LINKS, MAIN, STRICT, book, data, parts, relationships, row, rows, sheet, strings, zipped
from case import accept, reject, warn

HEAD: list[str | float | None] = ["source", "target"]
WEIGHED: list[str | float | None] = ["source", "target", "weight"]
PAIR = data(rows([HEAD, ["a", "b"]]))
PLAIN = sheet(PAIR)


def cell(inside: str, attributes: str = "") -> bytes:
    """A weight in row 2 that stands as it is given."""
    return book(data(row(1, WEIGHED) + f'<row r="2">{ENDS}<c r="C2"{attributes}>{inside}</c></row>'))


def second_row(inside: str) -> bytes:
    return book(data(row(1, HEAD) + inside))


def other(name: str, content: str | bytes | None) -> bytes:
    """A good workbook with one part changed."""
    return book(PAIR, others={name: content})


def shared(*texts: str) -> bytes:
    cells = '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c></row>'
    return book(data(row(1, HEAD) + cells), shared=strings(*texts))


def dated(style: int, number: str, properties: str = "") -> bytes:
    head: list[str | float | None] = ["source", "target", "start"]
    styles = (
        f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>'
        '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>'
    )
    inside = row(1, head) + f'<row r="2">{ENDS}<c r="C2" s="{style}"><v>{number}</v></c></row>'
    return book(data(inside), styles=styles, properties=properties)


ENDS = (
    '<c r="A2" t="inlineStr"><is><t>a</t></is></c><c r="B2" t="inlineStr"><is><t>b</t></is></c>'
)  # fmt: skip
TWO_ENDS = "<c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c>"

CASES = [
    # What programs write.
    accept("xlsx-plain.xlsx", book(PAIR), 2, 1),
    accept("xlsx-named-csv.csv", book(PAIR), 2, 1),
    accept("xlsx-no-name", book(PAIR), 2, 1),
    accept("xlsx-numbers.xlsx", book(data(rows([WEIGHED, ["a", "b", 2.5], [7, 301, 1]]))), 4, 2),
    accept("xlsx-shared-strings.xlsx", shared("<t>a</t>", "<t>b</t>"), 2, 1),
    accept("xlsx-rich-text.xlsx", shared("<r><rPr><b/></rPr><t>a</t></r><r><t xml:space=\"preserve\"> b</t></r>", "<t>a b</t>"), 1, 1),
    accept("xlsx-phonetic-runs.xlsx", shared("<t>a</t><rPh sb=\"0\" eb=\"1\"><t>b</t></rPh><phoneticPr fontId=\"1\"/>", "<t>a</t>"), 1, 1),
    accept("xlsx-escaped-characters.xlsx", shared("<t>a_x0007_b</t>", "<t>_x005F_x0007_</t>"), 2, 1),
    accept("xlsx-strict.xlsx", zipped(parts({"Sheet1": sheet(PAIR, STRICT)}, space=STRICT)), 2, 1),
    accept("xlsx-no-references.xlsx", book(data(f'<row><c t="str"><v>source</v></c><c t="str"><v>target</v></c></row><row>{TWO_ENDS}</row>')), 2, 1),
    accept("xlsx-prefixes.xlsx", zipped(parts({"Sheet1": f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>source</x:v></x:c><x:c r="B1" t="str"><x:v>target</x:v></x:c></x:row><x:row r="2"><x:c r="A2" t="str"><x:v>a</x:v></x:c><x:c r="B2" t="str"><x:v>b</x:v></x:c></x:row></x:sheetData></x:worksheet>'})), 2, 1),
    accept("xlsx-absolute-target.xlsx", other("xl/_rels/workbook.xml.rels", relationships(("s0", "worksheet", "/xl/worksheets/sheet0.xml"))), 2, 1),
    accept("xlsx-names-in-capitals.xlsx", zipped(parts({"Sheet1": PLAIN}, others={"xl/worksheets/sheet0.xml": None, "XL/Worksheets/Sheet0.XML": PLAIN})), 2, 1),
    accept("xlsx-title-above.xlsx", book(data(row(1, ["Hvem kjenner hvem"]) + rows([HEAD, ["a", "b"]], 3))), 2, 1),
    accept("xlsx-two-tables.xlsx", book(data(rows([["id", "label"], ["a", "A"], ["b", "B"], ["c", "C"]]) + rows([HEAD, ["a", "b"]], 8))), 3, 1),
    accept("xlsx-region.xlsx", zipped(parts({"actors": sheet(data(rows([["id"], ["a"], ["b"], ["c"]]))), "ties": PLAIN})), 3, 1),
    accept("xlsx-empty-sheet-beside.xlsx", zipped(parts({"Sheet1": PLAIN, "Sheet2": sheet(data(""))})), 2, 1),
    accept("xlsx-a-cell-at-the-far-end.xlsx", book(data(rows([HEAD, ["a", "b"]]) + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')), 2, 1),
    accept("xlsx-date.xlsx", dated(1, "45351"), 2, 1),
    accept("xlsx-date-of-a-code.xlsx", dated(2, "45351"), 2, 1),
    accept("xlsx-date-from-1904.xlsx", dated(1, "43889", '<workbookPr date1904="1"/>'), 2, 1),
    accept("xlsx-hidden-sheet.xlsx", zipped(parts({"Sheet1": PLAIN, "Sheet2": "<no sheet"}, state=' state="hidden"')), 2, 1),
    accept("xlsx-unknown-elements.xlsx", book("<sheetViews><sheetView/></sheetViews>" + PAIR + '<extLst><ext xmlns:x="urn:x"><x:y/></ext></extLst>'), 2, 1),
    accept("xlsx-truth.xlsx", book(data(row(1, ["source", "target", "ny"]) + f'<row r="2">{ENDS}<c r="C2" t="b"><v>1</v></c></row>')), 2, 1),
    # What is decided, and strange.
    warn("xlsx-decimal-comma-as-text.xlsx", book(data(rows([WEIGHED, ["a", "b", "1,5"], ["b", "c", 2]]))), 3, 2),
    warn("xlsx-error-in-a-cell.xlsx", cell("<v>#N/A</v>", ' t="e"'), 2, 1),
    warn("xlsx-spaces-around.xlsx", book(data(rows([HEAD, ["a ", "b"], ["a", "b"]]))), 3, 2),
    warn("xlsx-merged-names.xlsx", book(data(row(1, HEAD) + row(2, ["a", "b"]) + row(3, [None, "c"])) + '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>'), 3, 2),
    warn("xlsx-only-heading.xlsx", book(data(rows([HEAD]))), 0, 0),
    warn("xlsx-rows-without-heading.xlsx", book(data(rows([HEAD, ["a", "b"]]) + rows([["x", "y"], ["z", "w"]], 9))), 2, 1),
    accept("xlsx-kumu.xlsx", zipped(parts({"Elements": sheet(data(rows([["Label"], ["a"], ["b"]]))), "Connections": sheet(data(rows([["From", "To"], ["a", "b"]])))})), 2, 1),
    # Parts.
    reject("xlsx-no-relationships.xlsx", other("_rels/.rels", None)),
    reject("xlsx-empty-relationships.xlsx", other("_rels/.rels", relationships())),
    reject("xlsx-workbook-outside.xlsx", other("_rels/.rels", relationships(("r1", "officeDocument", "../../x.xml")))),
    reject("xlsx-no-workbook-part.xlsx", other("xl/workbook.xml", None)),
    reject("xlsx-workbook-is-a-sheet.xlsx", other("xl/workbook.xml", PLAIN), 1),
    reject("xlsx-no-sheets.xlsx", other("xl/workbook.xml", f'<workbook xmlns="{MAIN}"/>')),
    reject("xlsx-no-sheet-part.xlsx", other("xl/worksheets/sheet0.xml", None)),
    reject("xlsx-sheet-without-part.xlsx", other("xl/_rels/workbook.xml.rels", relationships())),
    reject("xlsx-sheet-on-the-web.xlsx", other("xl/_rels/workbook.xml.rels", f'<Relationships><Relationship Id="s0" Type="{LINKS}/worksheet" Target="http://127.0.0.1/x" TargetMode="External"/></Relationships>')),
    reject("xlsx-sheet-leads-out.xlsx", other("xl/_rels/workbook.xml.rels", relationships(("s0", "worksheet", "../../../etc/passwd")))),
    reject("xlsx-sheet-is-the-workbook.xlsx", other("xl/_rels/workbook.xml.rels", relationships(("s0", "worksheet", "workbook.xml"))), 1),
    reject("xlsx-empty-part.xlsx", other("xl/worksheets/sheet0.xml", "")),
    reject("xlsx-part-of-zeros.xlsx", other("xl/worksheets/sheet0.xml", b"\0" * 64)),
    reject("xlsx-truncated-part.xlsx", other("xl/worksheets/sheet0.xml", PLAIN[:-20]), 1),
    reject("xlsx-entities.xlsx", other("xl/worksheets/sheet0.xml", '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]>\n' + PLAIN), 1),
    reject("xlsx-outside-entity.xlsx", other("xl/worksheets/sheet0.xml", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + PLAIN), 1),
    reject("xlsx-document-type.xlsx", other("xl/workbook.xml", '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">\n<workbook/>'), 1),
    reject("xlsx-entities-in-strings.xlsx", book(PAIR, shared='<!DOCTYPE x [<!ENTITY a "b">]>' + strings("<t>&a;</t>")), 1),
    reject("xlsx-deep-elements.xlsx", other("xl/worksheets/sheet0.xml", f'<worksheet xmlns="{MAIN}">' + "<x>" * 5000), 1),
    reject("xlsx-attribute-twice.xlsx", other("xl/worksheets/sheet0.xml", f'<worksheet xmlns="{MAIN}" a="1" a="2"/>'), 1),
    reject("xlsx-bad-utf-8.xlsx", other("xl/worksheets/sheet0.xml", PLAIN.encode().replace(b">a<", b">\xc3\x28<"))),
    reject("xlsx-control-character.xlsx", other("xl/worksheets/sheet0.xml", PLAIN.replace(">a<", ">\x07<")), 1),
    reject("xlsx-chart-sheet-only.xlsx", other("xl/_rels/workbook.xml.rels", relationships(("s0", "chartsheet", "worksheets/sheet0.xml")))),
    reject("xlsx-no-table.xlsx", book(data(""))),
    reject("xlsx-no-ties.xlsx", book(data(rows([["color"], ["red"]])))),
    # Cells.
    reject("xlsx-cell-beyond-the-sheet.xlsx", second_row('<row r="2"><c r="XFE2"><v>1</v></c></row>')),
    reject("xlsx-cell-without-letters.xlsx", second_row('<row r="2"><c r="22"><v>1</v></c></row>')),
    reject("xlsx-cell-of-another-row.xlsx", second_row('<row r="2"><c r="A3"><v>1</v></c></row>')),
    reject("xlsx-cell-twice.xlsx", second_row('<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>')),
    reject("xlsx-cells-out-of-order.xlsx", second_row('<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>')),
    reject("xlsx-row-beyond-the-sheet.xlsx", second_row('<row r="1048577"/>')),
    reject("xlsx-row-of-many-digits.xlsx", second_row('<row r="99999999999999999999"/>')),
    reject("xlsx-negative-row.xlsx", second_row('<row r="-2"/>')),
    reject("xlsx-row-twice.xlsx", second_row('<row r="1"/>')),
    reject("xlsx-no-such-string.xlsx", second_row('<row r="2"><c r="A2" t="s"><v>4294967296</v></c></row>')),
    reject("xlsx-negative-string.xlsx", second_row('<row r="2"><c r="A2" t="s"><v>-1</v></c></row>')),
    reject("xlsx-unknown-type.xlsx", cell("<v>1</v>", ' t="x"')),
    reject("xlsx-no-truth.xlsx", cell("<v>2</v>", ' t="b"')),
    reject("xlsx-nan.xlsx", cell("<v>NaN</v>")),
    reject("xlsx-inf.xlsx", cell("<v>INF</v>")),
    reject("xlsx-hex.xlsx", cell("<v>0x1p4</v>")),
    reject("xlsx-too-large.xlsx", cell("<v>1e999</v>")),
    reject("xlsx-number-with-comma.xlsx", cell("<v>1,5</v>")),
    reject("xlsx-formula-without-value.xlsx", cell("<f>A1</f>"), 2),
    reject("xlsx-words-for-numbers.xlsx", cell("<is><t>strong</t></is>", ' t="inlineStr"'), 2),
    reject("xlsx-empty-end.xlsx", book(data(rows([HEAD, ["a", "b"], ["a", None]]))), 3),
    reject("xlsx-no-such-day.xlsx", book(data(rows([["source", "target", "start"], ["a", "b", "2021-02-29"]]))), 2),
    reject("xlsx-unknown-actor.xlsx", zipped(parts({"actors": sheet(data(rows([["id"], ["a"], ["b"]]))), "ties": sheet(data(rows([HEAD, ["a", "b"], ["a", "x"]])))})), 3),
    reject("xlsx-actor-twice.xlsx", zipped(parts({"actors": sheet(data(rows([["id"], ["a"], ["b"], ["a"]]))), "ties": PLAIN})), 4),
    reject("xlsx-merges-without-end.xlsx", book(data("".join(f'<row><c><v>1</v></c></row>' for _ in range(1200))) + "<mergeCells>" + '<mergeCell ref="A1:XFD1048576"/>' * 900 + "</mergeCells>")),
    reject("xlsx-merge-backwards.xlsx", book(PAIR + '<mergeCells><mergeCell ref="B9:A1"/></mergeCells>'), 1),
    reject("xlsx-long-text-in-many-cells.xlsx", book(data(row(1, HEAD) + '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' * 800), shared=strings("<t>" + "x" * 20000 + "</t>"))),
]  # fmt: skip
