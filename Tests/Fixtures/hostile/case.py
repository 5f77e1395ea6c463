"""One hostile file or folder, and what must become of it."""

from dataclasses import dataclass
from pathlib import Path

Content = str | bytes


@dataclass(frozen=True)
class Case:
    name: str
    content: Content | dict[str, Content]
    verdict: str
    actors: int | None = None
    ties: int | None = None
    line: int | None = None
    format: str = ""

    def row(self) -> list[str]:
        numbers = [self.actors, self.ties, self.line]
        return [self.name, self.format, self.verdict, *("" if n is None else str(n) for n in numbers)]

    def write(self, folder: Path) -> None:
        path = folder / self.name
        if not isinstance(self.content, dict):
            path.write_bytes(encoded(self.content))
            return
        # Files of which one has the case's own name lie beside each other, others in a folder.
        if self.name in self.content:
            path = folder
        else:
            path.mkdir()
        for name, content in self.content.items():
            (path / name).write_bytes(encoded(content))


def encoded(content: Content) -> bytes:
    return content.encode("utf-8") if isinstance(content, str) else content


def accept(name: str, content: Content | dict[str, Content], actors: int, ties: int, format: str = "") -> Case:
    return Case(name, content, "accept", actors, ties, format=format)


def warn(name: str, content: Content | dict[str, Content], actors: int, ties: int, format: str = "") -> Case:
    return Case(name, content, "warn", actors, ties, format=format)


def reject(name: str, content: Content | dict[str, Content], line: int | None = None, format: str = "") -> Case:
    return Case(name, content, "reject", line=line, format=format)
