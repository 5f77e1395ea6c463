#!/usr/bin/env python3
"""Makes the workbooks and tables in this folder with openpyxl and LibreOffice.

    python3 make-workbooks.py

Needs openpyxl and the program soffice (LibreOffice Calc). What is in the files is told in README.md.
"""

import datetime
import pathlib
import shutil
import subprocess
import tempfile

import openpyxl

HERE = pathlib.Path(__file__).resolve().parent
# LibreOffice as it is set up in Norway: decimal comma, day before month.
LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>nb-NO</value></prop></item></oor:items>
"""


def workbook(*sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    return book


def save(book, name):
    book.save(HERE / name)


def norwegian():
    """A title over all columns, dates, a decimal comma as text, two tables side by side, codes with zeros in front."""
    book = workbook(("Nettverk 2024", []))
    sheet = book.active
    sheet["A1"] = "Nettverket i Sunnfjord 2024"
    sheet.merge_cells("A1:E1")
    ties = [
        ["Source", "Target", "Relation", "Weight", "Start"],
        ["Sjøbris AS", "Ærlig Fisk", "tillit", "0,5", datetime.date(2024, 2, 29)],
        ["Ærlig Fisk", "Høgskulen", "tillit", "1,25", datetime.datetime(2024, 2, 29, 13, 45)],
        ["Høgskulen", "Sjøbris AS", "råd", 3, None],
    ]
    nodes = [
        ["Id", "Type", "Kommune", "Tilsette"],
        ["Sjøbris AS", "enterprise", 301, 12],
        ["Ærlig Fisk", "enterprise", 1103, 1.5],
        ["Høgskulen", "university", 4640, None],
    ]
    for row, values in enumerate(ties, start=3):
        for column, value in enumerate(values, start=1):
            cell = sheet.cell(row, column, value)
            if isinstance(value, datetime.date):
                cell.number_format = "dd.mm.yyyy"
    for row, values in enumerate(nodes, start=3):
        for column, value in enumerate(values, start=8):
            cell = sheet.cell(row, column, value)
            if column == 10 and row > 3:
                cell.number_format = "0000"
    return book


def types():
    """One cell of each kind that openpyxl writes."""
    book = workbook(
        (
            "Ark1",
            [
                ["source", "target", "weight", "start", "sann", "klokke", "tall", "formel"],
                ["a", 301, 1, datetime.date(1900, 1, 1), True, datetime.time(13, 45), 1e21, "x"],
                [301, "b & <c>", 2.0, datetime.date(1900, 3, 1), False, None, -0.1, "'=1+1"],
                ["b & <c>", "a", 1e-3, datetime.date(2024, 12, 31), None, None, 123456789012345, None],
            ],
        )
    )
    return book


def region():
    return workbook(
        (
            "actors",
            [
                ["id", "label", "type", "employees", "lat", "lon", "needs"],
                ["a", "A & Sønn AS", "enterprise", 12, 61.2, 5.1, "sveising|robot"],
                ["b", "Fagforeininga", "union", None, 61.3, 5.2, None],
            ],
        ),
        ("Ties", [["source", "target", "relation", "weight"], ["a", "b", "trust", 2], ["b", "a", "advice", 1]]),
        ("Arenas", [["id", "label", "stage"], ["m1", "Møte", "on"]]),
        ("Participation", [["actor", "arena", "date"], ["a", "m1", datetime.date(2024, 5, 1)]]),
        ("utkast (ignore)", [["source", "target"], ["x", "y"]]),
    )


def kumu():
    return workbook(
        (
            "Elements",
            [
                ["Label", "Type", "Tags"],
                ["Pipeline", "Bølge", "Oahu|surf"],
                ["Waimea", "Bukt", None],
                ["Waimea", "Bukt", "stor"],
            ],
        ),
        (
            "Connections",
            [
                ["From", "To", "Direction", "Strength"],
                ["Pipeline", "Waimea|Sunset", "directed", 2],
                ["Waimea", "Pipeline", "mutual", 1],
                ["Sunset", "Waimea", None, 3],
            ],
        ),
    )


def convert(source, target, how, folder, profile):
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", how,
         "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
    )
    made = [path for path in folder.iterdir()]
    assert len(made) == 1, made
    shutil.move(made[0], HERE / target)


def main():
    save(norwegian(), "norwegian-openpyxl.xlsx")
    save(types(), "types-openpyxl.xlsx")
    save(region(), "region-openpyxl.xlsx")
    save(kumu(), "kumu-openpyxl.xlsx")
    mac = workbook(("Ark1", [["source", "target", "start"], ["a", "b", datetime.date(2024, 5, 17)]]))
    mac.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    save(mac, "from1904-openpyxl.xlsx")
    save(workbook(("Ark1", [["source", "target", "weight"], ["a", "b", "=1+1"]])), "formula-openpyxl.xlsx")
    # What a spreadsheet saves as CSV: one table, numbers and dates as they are shown in Norway.
    table = workbook(
        (
            "Ark1",
            [
                ["source", "target", "weight", "start", "note"],
                ["Sjøbris AS", "Ærlig Fisk", 0.5, datetime.date(2024, 5, 17), "hei; du"],
                ["Ærlig Fisk", "Høgskulen", 1.25, None, 'sa "ja"'],
                ["Høgskulen", "Sjøbris AS", 3, None, "Å"],
            ],
        )
    )
    with tempfile.TemporaryDirectory() as name:
        work = pathlib.Path(name)
        profile = work / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(LOCALE, encoding="utf-8")

        def by_libreoffice(source, target, how):
            folder = work / target
            folder.mkdir()
            convert(source, target, how, folder, profile)

        for book, target in [("norwegian", "norwegian-libreoffice.xlsx"), ("region", "region-libreoffice.xlsx"),
                             ("types", "types-libreoffice.xlsx")]:
            by_libreoffice(HERE / f"{book}-openpyxl.xlsx", target, "xlsx:Calc MS Excel 2007 XML")
        by_libreoffice(HERE / "formula-openpyxl.xlsx", "formula-libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML")
        by_libreoffice(HERE / "region-openpyxl.xlsx", "region-libreoffice.ods", "ods")
        by_libreoffice(HERE / "region-openpyxl.xlsx", "region-libreoffice.xls", "xls:MS Excel 97")
        table.save(work / "table.xlsx")
        for charset, encoding in [(76, "utf8"), (1, "cp1252"), (65535, "utf16")]:
            how = f"csv:Text - txt - csv (StarCalc):59,34,{charset},1,,0,false,true"
            by_libreoffice(work / "table.xlsx", f"table-{encoding}-libreoffice.csv", how)


if __name__ == "__main__":
    main()
