"""What was read of a Word file as lines, for tests.

A paragraph is its number, automatic number and text; ``→`` is a tab, ``⏎`` a line break, ``⤓`` a
page break, ``[2]`` a call of a note, ``<image1.png>`` a picture and ``<>`` another drawing. What
stands in a text box or cell is indented below it; a cell is told of by its columns, and by its rows
if it has more than one.
"""

from collections.abc import Iterable, Iterator

from converter.word.model import Block, Cell, Paragraph, Run, Table, WordFile


def outline(word: WordFile) -> list[str]:
    """The body."""
    labels = {(note.kind, note.id): note.label for note in word.notes}
    return list(_blocks(word.blocks, labels, ""))


def stories(word: WordFile) -> dict[str, list[str]]:
    """What is there beside the body, by the names of the file's fields, a line for each."""
    labels = {(note.kind, note.id): note.label for note in word.notes}
    found = {
        "notes": [f"{n.kind} {n.label} {_flat(n.blocks, labels)}" for n in word.notes],
        "comments": [f"{c.paragraph} {c.author} {c.text}" for c in word.comments],
        "revisions": [f"{r.kind} {r.paragraph} {r.author} {r.text}" for r in word.revisions],
        "hidden": [f"{number} {text}" for number, text in word.hidden],
        "asides": [f"{a.kind} {a.paragraph} {a.text}" for a in word.asides],
        "footers": [
            f"{at} {'footer' if f.footer else 'header'} {f.kind} {_flat(f.blocks, labels)}"
            for at, section in enumerate(word.sections)
            for f in section.footers
        ],
    }
    return {name: [_one_line(line) for line in lines] for name, lines in found.items() if lines}


def _blocks(
    blocks: Iterable[Block], labels: dict[tuple[str, str], str], indent: str
) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            yield f"{indent}table"
            for row in block.rows:
                flags = " header" * row.header + " whole" * row.whole
                yield f"{indent}  row{flags}"
                for cell in row.cells:
                    yield f"{indent}    {_cell(cell)}"
                    yield from _blocks(cell.blocks, labels, f"{indent}      ")
        else:
            text = "".join(_run(run, labels) for run in block.runs)
            words = (str(block.number), block.mark, text)
            yield indent + _one_line(" ".join(filter(None, words)))
            for run in block.runs:
                for box in run.boxes:
                    yield f"{indent}  box"
                    yield from _blocks(box.blocks, labels, f"{indent}    ")


def _cell(cell: Cell) -> str:
    last = cell.column + cell.columns - 1
    columns = str(cell.column) if last == cell.column else f"{cell.column}-{last}"
    return f"cell {columns}" + (f" rows {cell.rows}" if cell.rows > 1 else "")


def _run(run: Run, labels: dict[tuple[str, str], str]) -> str:
    found = "⤓" if run.page_break else run.text
    if run.note:
        found += f"[{labels[run.note.kind, run.note.id]}]"
    if run.drawing:
        found += f"<{run.drawing.part.rpartition('/')[2]}>"
    return found


def _flat(blocks: Iterable[Block], labels: dict[tuple[str, str], str]) -> str:
    return " / ".join(
        "".join(_run(run, labels) for run in block.runs)
        if isinstance(block, Paragraph)
        else "table"
        for block in blocks
    )


def _one_line(text: str) -> str:
    return text.replace("\t", "→").replace("\n", "⏎")
