"""Networks as workbooks of openpyxl: a sheet of nodes and one of ties."""

from pathlib import Path
from typing import Any

import openpyxl

from formats.nets import Net, said

COLUMNS = {"Nodes": ["label", "size", "colour"], "Edges": ["weight", "note"]}


def write_workbook(net: Net, path: str) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    nodes = [[name, *(values.get(k) for k in COLUMNS["Nodes"])] for name, values in net.nodes.items()]
    ties = [[*ends, *(values.get(k) for k in COLUMNS["Edges"])] for *ends, values in net.ties]
    for title, head, rows in (("Nodes", ["id"], nodes), ("Edges", ["source", "target"], ties)):
        sheet = book.create_sheet(title)
        for number, row in enumerate([head + COLUMNS[title], *rows], start=1):
            for place, value in enumerate(row, start=1):
                if not said(value):
                    continue
                cell = sheet.cell(number, place, value)
                # Text that begins with = is a formula to openpyxl.
                if isinstance(value, str):
                    cell.data_type = "s"
    book.save(path)


def read_workbook(path: Path) -> Net:
    """The sheets of a region: actors, ties, and region.yaml line by line."""
    book = openpyxl.load_workbook(path)
    described = [str(row[0] or "").strip() for row in rows(book, "region.yaml")]
    net = Net(directed="directed: false" not in described)
    for values in records(book, "actors"):
        net.nodes[str(values.pop("id"))] = values
    for values in records(book, "ties"):
        net.ties.append((str(values.pop("source")), str(values.pop("target")), values))
    return net


def rows(book: openpyxl.Workbook, title: str) -> list[tuple[Any, ...]]:
    return list(book[title].iter_rows(values_only=True)) if title in book.sheetnames else []


def records(book: openpyxl.Workbook, title: str) -> list[dict[str, Any]]:
    table = rows(book, title)
    return [dict(zip(table[0], row, strict=True)) for row in table[1:]]
