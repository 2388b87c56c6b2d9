"""What the documents name is there: files, commands, settings, and words in the code."""

import re
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import yaml

from config.settings import VERSION

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("deploy/*.md")],
    key=lambda path: path.relative_to(ROOT).as_posix(),
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
MAKE = re.compile(r"\bmake ([a-z][a-z-]*)")
COMMAND = re.compile(r"manage\.py ([a-z_]+)")
OURS = re.compile(
    r"`((?:config|notifications|workflows|casework|partners|frontend|tests|docs|deploy)/[\w/.*<>-]*)`"
)
IN_CODE = re.compile(r"\| `([\w.]+)` \|$", re.MULTILINE)

every_document = pytest.mark.parametrize(
    "document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix()
)


def words_in_code() -> list[str]:
    return IN_CODE.findall((ROOT / "docs/glossary.md").read_text())


@every_document
def test_every_link_to_a_file_leads_somewhere(document: Path) -> None:
    broken = [
        link for link in LINK.findall(document.read_text()) if not (document.parent / link).exists()
    ]
    assert not broken


@every_document
def test_every_path_of_the_source_exists(document: Path) -> None:
    paths = [path for path in OURS.findall(document.read_text()) if "<" not in path]
    assert not [path for path in paths if not any(ROOT.glob(path.rstrip("/")))]


@every_document
def test_every_command_exists(document: Path) -> None:
    text = document.read_text()
    targets = re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    spoken_of = set(re.findall(r"`(?:\w+=\S+ )?make ([a-z][a-z-]*)`", text)) | {
        target
        for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
        for target in MAKE.findall(block)
    }
    assert spoken_of <= set(targets)
    own = {path.stem for path in ROOT.glob("[a-z]*/**/management/commands/*.py")}
    assert set(COMMAND.findall(text)) <= own | {"migrate", "collectstatic", "shell"}


def test_the_readme_begins_with_the_two_commands() -> None:
    first = re.search(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert first is not None
    assert first[1] == "make run\nmake test\n"


def test_the_outline_of_production_names_every_setting() -> None:
    settings = (ROOT / "config/settings.py").read_text()
    names = re.findall(r"env\.\w+\(\s*\"([A-Z_]+)\"", settings)
    outline = (ROOT / "deploy/README.md").read_text()
    assert names
    assert not [name for name in names if f"| `{name}` |" not in outline]


def test_the_changelog_tells_of_the_running_version() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(), re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert headings[1].startswith(f"{VERSION} - ")


@pytest.mark.parametrize("name", words_in_code())
def test_a_word_of_the_glossary_exists_in_the_code(name: str) -> None:
    assert found_in_code(name)


def test_the_glossary_has_one_row_a_word() -> None:
    rows = re.findall(
        r"^\| ([^|]+) \|.*`[\w.]+` \|$", (ROOT / "docs/glossary.md").read_text(), re.M
    )
    assert len(rows) == len(set(rows)) == len(words_in_code())


def test_the_decisions_are_numbered_without_a_gap_and_listed() -> None:
    folder = ROOT / "docs/decisions"
    files = sorted(path.name for path in folder.glob("0*.md"))
    assert [name[:4] for name in files] == [f"{number:04}" for number in range(1, len(files) + 1)]
    listed = re.findall(r"\((0[^)]+)\)", (folder / "README.md").read_text())
    assert listed == files


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text()
    assert text.lstrip().startswith("GNU AFFERO GENERAL PUBLIC LICENSE\n")
    assert "13. Remote Network Interaction" in text
    assert text.rstrip().endswith("<http://www.gnu.org/licenses/>.")


def test_publiccode_says_what_catalogues_ask() -> None:
    described: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text())
    assert described["publiccodeYmlVersion"] == "0.7"
    assert described["softwareVersion"] == VERSION
    assert date.fromisoformat(described["releaseDate"])
    assert described["legal"]["license"] == "AGPL-3.0-or-later"
    for language in described["localisation"]["availableLanguages"]:
        texts = described["description"][language]
        assert len(texts["shortDescription"]) <= 150
        assert 150 <= len(texts["longDescription"]) <= 10_000
        assert texts["features"]


def found_in_code(name: str) -> bool:
    """A dotted name: a module as far as it goes, then what is in it; a field of a model counts."""
    parts = name.split(".")
    for length in range(len(parts) - 1, 0, -1):
        try:
            found: Any = import_module(".".join(parts[:length]))
        except ModuleNotFoundError:
            continue
        for part in parts[length:]:
            if part in getattr(found, "__dataclass_fields__", {}):
                return True
            if not hasattr(found, part):
                return False
            found = getattr(found, part)
        return True
    return False
