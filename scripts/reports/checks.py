"""What is wrong, kept until the end."""


class Checks:
    """What is wrong, by report."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.done = 0

    def expect(self, holds: bool, what: str) -> None:
        self.done += 1
        if not holds:
            self.wrong.append(what)
            print(f"  wrong: {what}")
