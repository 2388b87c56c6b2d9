"""Every text a person reads is there in Dutch and in English."""

import re
from pathlib import Path

import allauth
import polib
import pytest
from django.utils import translation
from django.utils.translation import gettext, ngettext, pgettext

from config import messages

ROOT = messages.ROOT
# What surrounds the words of a template: tags, expressions, comments, and what is translated.
NOT_WORDS = [
    r"{%-?\s*comment.*?endcomment\s*%}",
    r"{#.*?#}",
    r"<!--.*?-->",
    r"<(style|script|code)\b.*?</\1>",
    r"{%\s*blocktrans(?:late)?\b.*?{%\s*endblocktrans(?:late)?\s*%}",
    r"{%.*?%}",
    r"{{.*?}}",
    r"&\w+;",
]
SPOKEN = re.compile(
    r"\b(?:alt|aria-label|title|placeholder|label|heading|caption|intro)=\"([^\"]*)\""
)
TAG = re.compile(r"<[^>]*>", re.DOTALL)
WORD = re.compile(r"[A-Za-zÀ-ÿ]{3,}")
# Names, and words that are the same wherever they are read.
SAME_IN_ALL = {"Schakelpunt", "AGPL", "SHA", "CSV", "Nederlands", "English", "EUR"}


def words_outside_translation(source: str) -> set[str]:
    for pattern in NOT_WORDS:
        source = re.sub(pattern, " ", source, flags=re.DOTALL)
    told = " ".join([*SPOKEN.findall(source), TAG.sub(" ", source)])
    return set(WORD.findall(told)) - SAME_IN_ALL


def test_the_english_catalogue_is_complete() -> None:
    assert messages.check(ROOT) == []


def test_dutch_texts_come_out_as_they_were_written() -> None:
    """A package may use one of our texts as its own key, with another Dutch word for it."""
    changed = []
    with translation.override("nl"):
        for context, singular, plural in messages.extract(ROOT):
            if plural is not None:
                shown = ngettext(singular, plural, 1)
            elif context is not None:
                shown = pgettext(context, singular)
            else:
                shown = gettext(singular)
            if shown != singular:
                changed.append((singular, shown))
    assert changed == []


TEMPLATES = [path for path in messages.sources(ROOT) if path.suffix != ".py"]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_template_has_no_words_outside_translation(template: Path) -> None:
    assert words_outside_translation(template.read_text()) == set()


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A house with one text of each kind, translated by hand where a test does it."""
    (tmp_path / "casework").mkdir()
    (tmp_path / "casework/words.py").write_text(
        'from django.utils.translation import gettext as _\n_("Zaak %(number)s")\n'
    )
    (tmp_path / "casework/page.html").write_text(
        "{% load i18n %}<p>\n    {% translate 'Bijdrage' %}\n"
        "{% blocktranslate count n=n %}één taak{% plural %}{{ n }} taken{% endblocktranslate %}</p>"
    )
    messages.update(tmp_path)
    return tmp_path


def translate(house: Path, **texts: str) -> None:
    path = house / messages.ENGLISH
    catalogue = polib.pofile(str(path))
    for entry in catalogue:
        if entry.msgid_plural:
            entry.msgstr_plural = {0: "one task", 1: "%(n)s tasks"}
        entry.msgstr = texts.get(entry.msgid.split()[0], "")
    catalogue.save()


def test_what_is_not_translated_is_named(house: Path) -> None:
    assert "not translated, in en: Bijdrage" in messages.check(house)


def test_a_translation_with_other_placeholders_is_named(house: Path) -> None:
    translate(house, Zaak="Case %(name)s", Bijdrage="Contribution")
    assert messages.check(house) == ["other placeholders, in en: Zaak %(number)s"]


def test_a_text_that_is_gone_or_new_is_named_until_the_update(house: Path) -> None:
    translate(house, Zaak="Case %(number)s", Bijdrage="Contribution")
    assert messages.check(house) == []
    (house / "casework/words.py").write_text('_("Nieuw")\n')
    assert messages.check(house) == [
        "missing, of casework/words.py: Nieuw",
        "no longer in the source: Zaak %(number)s",
    ]
    messages.update(house)
    assert messages.check(house) == ["not translated, in en: Nieuw"]


def test_an_update_keeps_what_was_translated(house: Path) -> None:
    translate(house, Zaak="Case %(number)s", Bijdrage="Contribution")
    before = (house / messages.ENGLISH).read_text()
    messages.update(house)
    assert (house / messages.ENGLISH).read_text() == before


def test_compiling_makes_what_django_reads(house: Path) -> None:
    translate(house, Zaak="Case %(number)s", Bijdrage="Contribution")
    messages.compile_all(house)
    compiled = polib.mofile(str((house / messages.ENGLISH).with_suffix(".mo")))
    assert {entry.msgid: entry.msgstr for entry in compiled}["Bijdrage"] == "Contribution"


def test_every_text_of_a_package_that_we_say_otherwise_is_still_said() -> None:
    """Else the page says it in the words of the package again, and nobody notices."""
    theirs = Path(allauth.__file__).parent / "locale/en/LC_MESSAGES/django.po"
    said = {entry.msgid for entry in polib.pofile(str(theirs))}
    ours = polib.pofile(str(ROOT / "locale/nl/LC_MESSAGES/django.po"))
    assert {entry.msgid for entry in ours} <= said
