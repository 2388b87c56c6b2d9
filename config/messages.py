"""The texts of the interface: Dutch in the source, English in locale/; no gettext programs needed.

`python -m config.messages update` brings the English catalogue up to date with the source,
`check` names what is wrong with it, `compile` makes what Django reads, `extract` lists the texts.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
APPS = ("config", "frontend", "notifications", "workflows", "casework", "partners")
# The gallery shows the components to those who build pages; its sample texts are nobody's.
NOT_OURS = {"node_modules", "static", "migrations", "gallery"}
ENGLISH = Path("locale/en/LC_MESSAGES/django.po")
KEYWORDS = {
    **dict.fromkeys(("_", "_lazy", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[a-zA-Z%]|\{\w*\}")

# Context, singular and plural; without context or plural None.
Key = tuple[str | None, str, str | None]
Found = dict[Key, set[str]]


def extract(root: Path) -> Found:
    """Every text of the source, with the files it stands in."""
    found: Found = defaultdict(set)
    for path in sources(root):
        for key in texts_of(path):
            found[key].add(path.relative_to(root).as_posix())
    return found


def sources(root: Path) -> Iterator[Path]:
    for app in APPS:
        for path in sorted((root / app).rglob("*")):
            inside = set(path.relative_to(root).parts)
            if path.suffix in {".py", ".html", ".txt"} and not inside & NOT_OURS:
                yield path


def texts_of(path: Path) -> Iterator[Key]:
    # Only for development: what runs the product has no Babel and no settings yet.
    from babel.messages.extract import extract as babel  # noqa: PLC0415
    from django.utils.translation.template import templatize  # noqa: PLC0415

    source = path.read_text()
    if path.suffix != ".py":
        lines = templatize(source, origin=str(path)).splitlines()
        # What surrounds the texts is blanked, but its indentation would not be Python's.
        source = "\n".join(line.strip() for line in lines)
    for _, message, _, context in babel("python", BytesIO(source.encode()), KEYWORDS):
        singular, plural = (message, None) if isinstance(message, str) else message[:2]
        yield context, singular, plural


def update(root: Path) -> None:
    """Keep translations, add what is new, drop what is gone."""
    path = root / ENGLISH
    old = {key_of(entry): entry for entry in catalogue(path) if not entry.obsolete}
    new = polib.POFile(wrapwidth=100)
    new.metadata = {
        "Project-Id-Version": "Schakelpunt",
        "Language": "en",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for key, files in sorted(extract(root).items(), key=lambda item: (min(item[1]), item[0][1])):
        entry = old.get(key) or blank(key)
        entry.occurrences = [(file, "") for file in sorted(files)]
        new.append(entry)
    path.parent.mkdir(parents=True, exist_ok=True)
    new.save(str(path))


def blank(key: Key) -> polib.POEntry:
    context, singular, plural = key
    plurals = {} if plural is None else {"msgid_plural": plural, "msgstr_plural": {0: "", 1: ""}}
    return polib.POEntry(msgctxt=context, msgid=singular, **plurals)


def check(root: Path) -> list[str]:
    """What is wrong, a line each; nothing when every text has its translation."""
    translated = {key_of(entry): entry for entry in catalogue(root / ENGLISH)}
    wanted = extract(root)
    problems = [f"missing, of {min(wanted[key])}: {key[1]}" for key in wanted.keys() - translated]
    problems += [f"no longer in the source: {key[1]}" for key in translated.keys() - wanted]
    for path in sorted(root.glob("locale/*/LC_MESSAGES/django.po")):
        problems += [
            f"{problem}, in {path.parts[-3]}: {entry.msgid}"
            for entry in catalogue(path)
            for problem in problems_of(entry)
        ]
    return sorted(problems)


def problems_of(entry: polib.POEntry) -> Iterator[str]:
    if entry.fuzzy:
        yield "fuzzy"
    originals = {entry.msgid_plural or entry.msgid, entry.msgid}
    wanted = {placeholders(original) for original in originals}
    for text in [*entry.msgstr_plural.values()] or [entry.msgstr]:
        if not text.strip():
            yield "not translated"
        elif placeholders(text) not in wanted:
            yield "other placeholders"


def placeholders(text: str) -> tuple[str, ...]:
    return tuple(sorted(PLACEHOLDER.findall(text)))


def compile_all(root: Path) -> None:
    for path in root.glob("locale/*/LC_MESSAGES/django.po"):
        compiled = path.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime > path.stat().st_mtime:
            continue
        # Never half there: a server may start this moment.
        beside = path.with_suffix(".mo.new")
        catalogue(path).save_as_mofile(str(beside))
        beside.replace(compiled)


def catalogue(path: Path) -> polib.POFile:
    return polib.pofile(str(path)) if path.exists() else polib.POFile()


def key_of(entry: polib.POEntry) -> Key:
    return entry.msgctxt, entry.msgid, entry.msgid_plural or None


def say(lines: Iterable[str]) -> None:
    sys.stdout.writelines(f"{line}\n" for line in lines)


def main(command: str) -> int:
    if command == "extract":
        say(f"{min(files)}: {key[1]}" for key, files in extract(ROOT).items())
    elif command == "update":
        update(ROOT)
    elif command == "compile":
        compile_all(ROOT)
    elif command == "check":
        say(problems := check(ROOT))
        return 1 if problems else 0
    else:
        say([f"no command {command!r}: extract, update, compile or check"])
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(" ".join(sys.argv[1:])))
