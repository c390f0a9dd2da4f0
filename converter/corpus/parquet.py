"""The tables of a corpus as Parquet files, by pyarrow."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import Any

from converter.bilingual import Text
from converter.corpus.tables import TABLES, Column, Rows, Value
from converter.errors import UsageError
from converter.output import WholeFile

FORMAT = "parquet"
_ROWS = 10_000
"""So many rows are written at once, and held until then."""


def check_installed() -> None:
    """Raises UsageError when pyarrow is not installed."""
    if find_spec("pyarrow") is None:
        command = 'pip install "gongwen[parquet]"'
        raise UsageError(
            Text("写 Parquet 要用 pyarrow", "pyarrow is needed to write Parquet"),
            todo=Text(f"请运行 {command}", f"run {command}"),
        )


class ParquetTables:
    """``reports.parquet``, ``sections.parquet`` and ``findings.parquet`` in a folder, written row
    by row; they get their names when all is there, and nothing stays of what is broken off by an
    exception. Raises OutputError."""

    def __init__(self, folder: str) -> None:
        self._tables = {
            name: _Table(os.path.join(folder, f"{name}.{FORMAT}"), columns)
            for name, columns in TABLES.items()
        }

    @property
    def paths(self) -> list[str]:
        """The files."""
        return [table.path for table in self._tables.values()]

    def __enter__(self) -> ParquetTables:
        for table in self._tables.values():
            table.open()
        return self

    def add(self, rows: Rows) -> None:
        """Takes the rows of an input."""
        for name, new in rows.items():
            self._tables[name].add(new)

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: object) -> None:
        # All are filled before the first gets its name.
        if kind is None:
            try:
                for table in self._tables.values():
                    table.finish()
            except BaseException:
                self._abandon()
                raise
            for table in self._tables.values():
                table.file.close()
        else:
            self._abandon()

    def _abandon(self) -> None:
        for table in self._tables.values():
            table.abandon()


class _Table:
    def __init__(self, path: str, columns: tuple[Column, ...]) -> None:
        self.path = path
        self._columns = columns
        self._schema = _schema(columns)
        self.file = WholeFile(path)
        self._rows: list[tuple[Value, ...]] = []

    def open(self) -> None:
        from pyarrow import PythonFile
        from pyarrow.parquet import ParquetWriter

        self._sink = _Sink(self.file.open())
        sink = PythonFile(self._sink, mode="w")
        self._writer = ParquetWriter(sink, self._schema, compression="zstd")

    def add(self, rows: list[tuple[Value, ...]]) -> None:
        self._rows += rows
        if len(self._rows) >= _ROWS:
            self._flush()

    def _flush(self) -> None:
        from pyarrow import Table

        rows, self._rows = self._rows, []
        names = [column.name for column in self._columns]
        # Turned from rows to columns; none where there are no rows.
        columns: list[Any] = [list(column) for column in zip(*rows, strict=True)]
        content = dict(zip(names, columns or [[] for _ in names], strict=True))
        self._writer.write_table(Table.from_pydict(content, schema=self._schema))

    def finish(self) -> None:
        self._flush()
        self._writer.close()

    def abandon(self) -> None:
        self._sink.abandoned = True
        self.file.abandon()


class _Sink:
    """A whole file, as pyarrow wants one."""

    closed = False

    def __init__(self, file: WholeFile) -> None:
        self._file = file
        self._length = 0
        self.abandoned = False  # pyarrow writes an end even to a file that is given up

    def write(self, data: bytes) -> int:
        if not self.abandoned:
            self._file.write(bytes(data))
        self._length += len(data)
        return len(data)

    def tell(self) -> int:
        return self._length

    def flush(self) -> None:
        pass

    def close(self) -> None:
        pass


def _schema(columns: tuple[Column, ...]) -> Any:
    import pyarrow as pa

    types = {
        "text": pa.string(),
        "number": pa.int64(),
        "flag": pa.bool_(),
        "texts": pa.list_(pa.string()),
    }
    return pa.schema(
        pa.field(column.name, types[column.type], metadata={"about": column.about})
        for column in columns
    )
