"""A corpus in one file: JSON Lines, and the tables for those who analyse."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from converter import lint, parse
from converter.corpus.tables import TABLES
from tests.corpus_run.conftest import Done, make_corpus, title

Gongwen = Callable[..., Done]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Thirty drafts, one with a gap in its numbers."""
    folder = make_corpus(tmp_path / "in", 30)
    path = folder / "0003.txt"
    path.write_text(path.read_text("utf-8").replace("三、", "四、"), "utf-8")
    return folder


def test_json_lines_are_the_same_with_any_number_of_workers(
    corpus: Path, tmp_path: Path, gongwen: Gongwen
) -> None:
    for jobs in (1, 2, 3):
        done = gongwen("convert", "in", "--to", "jsonl", "-o", f"{jobs}.jsonl", "--jobs", jobs)
        assert done.code == 0, done.err
    one, two, three = ((tmp_path / f"{jobs}.jsonl").read_bytes() for jobs in (1, 2, 3))
    assert one == two == three
    assert [json.loads(line)["title"]["text"] for line in one.splitlines()] == [
        title(number) for number in range(30)
    ]


def test_a_bad_input_is_told_and_the_others_are_there(
    corpus: Path, tmp_path: Path, gongwen: Gongwen
) -> None:
    (corpus / "0007.txt").write_bytes(b"")
    done = gongwen("convert", "in", "--to", "jsonl", "-o", "all.jsonl", "--jobs", "2")
    assert done.code == 1
    assert os.path.join("in", "0007.txt") in done.err.splitlines()[-1]
    assert len((tmp_path / "all.jsonl").read_bytes().splitlines()) == 29
    done = gongwen("convert", "in", "--to", "parquet", "-o", "tables")
    assert done.code == 1
    assert pq.read_table(tmp_path / "tables" / "reports.parquet").num_rows == 29


def test_nothing_is_left_of_a_file_that_cannot_be_written(
    corpus: Path, tmp_path: Path, gongwen: Gongwen
) -> None:
    (tmp_path / "gongwen.toml").write_text("nonsense = 1\n", "utf-8")
    done = gongwen("convert", "in", "--to", "jsonl", "-o", "all.jsonl", "--jobs", "2")
    assert done.code == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gongwen.toml", "in"]


def test_tables_say_what_the_program_finds(corpus: Path, tmp_path: Path, gongwen: Gongwen) -> None:
    done = gongwen("convert", "in", "--to", "parquet", "-o", "tables", "--jobs", "2")
    assert done.code == 0, done.err
    tables = {name: pq.read_table(tmp_path / "tables" / f"{name}.parquet") for name in TABLES}
    for name, table in tables.items():
        assert table.column_names == [column.name for column in TABLES[name]]
    documents = [parse((corpus / f"{number:04d}.txt").read_bytes())[0] for number in range(30)]
    reports = tables["reports"].to_pylist()
    assert [row["title"] for row in reports] == [title(number) for number in range(30)]
    assert {row["report"] for row in reports} == {1}
    assert reports[0]["parts"] == ["summary", "problems", "plan"]
    assert reports[0]["reported"] == documents[0].period.reported == 2023
    sections = [row for row in tables["sections"].to_pylist() if row["input"].endswith("0000.txt")]
    assert [(row["path"], row["heading"], row["line"]) for row in sections] == [
        (f"sections[{index}]", section.heading, section.line)
        for index, section in enumerate(documents[0].sections)
    ]
    found = [
        (row["input"][-8:-4], row["code"], row["line"], row["column"], row["message"])
        for row in tables["findings"].to_pylist()
    ]
    wanted = []
    for number, document in enumerate(documents):
        source = (corpus / f"{number:04d}.txt").read_text("utf-8")
        wanted += [
            (f"{number:04d}", f.code, f.line, f.column, f.message)
            for f in lint(document, source=source)
        ]
    assert found == wanted
    assert ("0003", "H201") in [row[:2] for row in found]
    counted = [row["errors"] + row["warnings"] + row["infos"] for row in reports]
    assert sum(counted) == len(found)


def test_tables_are_the_same_with_any_number_of_workers(
    corpus: Path, tmp_path: Path, gongwen: Gongwen
) -> None:
    for jobs in (1, 2):
        gongwen("convert", "in", "--to", "parquet", "-o", f"tables{jobs}", "--jobs", jobs)
    for name in TABLES:
        one, two = (tmp_path / f"tables{jobs}" / f"{name}.parquet" for jobs in (1, 2))
        assert one.read_bytes() == two.read_bytes()


def test_no_reports_give_empty_tables(tmp_path: Path, gongwen: Gongwen) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(b"")
    assert gongwen("convert", "in", "--to", "parquet", "-o", "tables").code == 1
    for name in TABLES:
        assert pq.read_table(tmp_path / "tables" / f"{name}.parquet").num_rows == 0


@pytest.mark.parametrize("output", [(), ("-o", "-"), ("-o", "a-file"), ("-o", "s3://x/y")])
def test_tables_want_a_folder(output: tuple[str, ...], tmp_path: Path, gongwen: Gongwen) -> None:
    make_corpus(tmp_path / "in", 1)
    (tmp_path / "a-file").write_bytes(b"kept")
    done = gongwen("convert", "in", "--to", "parquet", *output)
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert (tmp_path / "a-file").read_bytes() == b"kept"


@pytest.mark.parametrize("option", ["--resume", "--redo", "--prune", "--strict", "--lint"])
def test_what_needs_a_manifest_needs_a_folder(
    option: str, tmp_path: Path, gongwen: Gongwen
) -> None:
    make_corpus(tmp_path / "in", 1)
    done = gongwen("convert", "in", "--to", "jsonl", "-o", "all.jsonl", option)
    assert (done.code, len(done.err.splitlines())) == (2, 1)
    assert not (tmp_path / "all.jsonl").exists()
