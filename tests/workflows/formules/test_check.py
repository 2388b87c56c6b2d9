"""The checker finds whatever is wrong with a formule, and all of it at once."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflows.formules.catalogue import shipped, shipped_themes
from workflows.formules.check import mistakes
from workflows.formules.exchange import BadFormuleFile, canonical, checksum, read, write

pytestmark = pytest.mark.django_db

Content = dict[str, Any]
HENNEP: Content = shipped("hennep")[0]
QUESTION = {"name": "count", "question": "Hoeveel?"}


def spoilt(spoil: Callable[[Content], Any]) -> Content:
    content = copy.deepcopy(HENNEP)
    spoil(content)
    return content


@pytest.mark.parametrize("theme", shipped_themes())
def test_what_came_with_the_product_has_no_mistakes(theme: str) -> None:
    assert [mistakes(content, theme) for content in shipped(theme)] == [[]]


WRONG: dict[str, tuple[Callable[[Content], Any], str]] = {
    "no title": (lambda c: c.pop("title"), "het onderdeel “title” ontbreekt"),
    "an empty title": (lambda c: c.update(title=" "), "vul “Titel” in"),
    "a title too long for a case": (lambda c: c.update(title="x" * 121), "te lang"),
    "a word unknown": (lambda c: c.update(titel="x"), "“titel” is onbekend"),
    "no indicator": (lambda c: c.update(indicators=[]), "ten minste één resultaat"),
    "a quorum too large": (lambda c: c.update(quorum=4), "groter dan het aantal"),
    "a quorum that is no number": (lambda c: c.update(quorum="veel"), "heel getal"),
    "partners that are no list": (lambda c: c.update(partners={}), "een lijst"),
    "a partner that is no block": (lambda c: c["partners"].append(1), "een blok"),
    "a kind unknown": (lambda c: c["partners"][0].update(kind="fbi"), "soort partner is onbekend"),
    "a partner twice": (lambda c: c["partners"].append(c["partners"][0]), "meer dan eens"),
    "a request unknown": (lambda c: c["partners"][0].update(request="x"), "soort verzoek"),
    "a term that is none": (lambda c: c["partners"][0].update(term="gauw"), "een lengte"),
    "a null character": (lambda c: c["partners"][0].update(question="a\x00"), "een tekst"),
    "a yes that is a text": (lambda c: c["partners"][0].update(has_overview="ja"), "ja of nee"),
    "a question without a text": (
        lambda c: c["partners"][0].update(questions=[{**QUESTION, "question": ""}]),
        "vul “Vraag” in",
    ),
    "a question twice": (
        lambda c: c["partners"][0].update(questions=[QUESTION, QUESTION]),
        "deze naam staat er meer dan eens",
    ),
    "a choice of one": (
        lambda c: c["partners"][0].update(
            questions=[{**QUESTION, "kind": "choice", "choices": [["a", "A"]]}]
        ),
        "ten minste twee keuzes",
    ),
    "a sort of question unknown": (
        lambda c: c["partners"][0].update(questions=[{**QUESTION, "kind": "foto"}]),
        "dit soort vraag is onbekend",
    ),
    "a ground unknown": (
        lambda c: c["sharings"][0].update(sender_ground="wet-x"),
        "“wet-x” is onbekend",
    ),
    "a ground not to send on": (
        lambda c: c["sharings"][0].update(sender_ground="wpg-3"),
        "geen grondslag om te verstrekken",
    ),
    "a ground not to receive on": (
        lambda c: c["sharings"][0].update(receiver_ground="wpg-16-1-c"),
        "geen grondslag om te ontvangen",
    ),
    "a receiver unknown": (lambda c: c["sharings"][0].update(to="fbi"), "ontvanger “fbi”"),
    "a thing no step shares": (lambda c: c["sharings"][0].update(thing="x"), "geen stap"),
    "no purpose": (lambda c: c["sharings"][0].update(purpose=""), "vul “Doel” in"),
    "conditions too long": (lambda c: c["sharings"][0].update(conditions="x" * 301), "te lang"),
    "an answer that nobody may share": (
        lambda c: c.update(sharings=[one for one in c["sharings"] if one["thing"] != "answer"]),
        "het antwoord op het verzoek ontbreekt",
    ),
    "a step unknown": (
        lambda c: c["terms"].update(dance=c["terms"]["weigh"]),
        "kent deze stap niet",
    ),
    "a step without a term": (lambda c: c["terms"].pop("weigh"), "ontbreekt"),
    "a statutory term without source": (
        lambda c: c["terms"]["objection"].update(source=""),
        "noem het wetsartikel",
    ),
    "an agreed term without source": (
        lambda c: c["terms"]["weigh"].update(source=""),
        "noem de bron",
    ),
    "a case term without parts": (
        lambda c: c.update(case_terms={"ruling": {"length": "8w"}}),
        "“source” ontbreekt",
    ),
    "a case term watched by nobody": (
        lambda c: c.update(
            case_terms={
                "ruling": {
                    "length": "8w",
                    "is_statutory": True,
                    "source": "Awb 4:13",
                    "title": "Beslistermijn",
                    "owner": "koning",
                }
            }
        ),
        "de rol die bewaakt is onbekend",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_each_mistake_is_found_and_named(name: str) -> None:
    spoil, told = WRONG[name]
    found = mistakes(spoilt(spoil), "hennep")
    assert [one for one in found if told in one], found


def test_all_mistakes_are_told_at_once() -> None:
    def everything(content: Content) -> None:
        content["title"] = ""
        content["partners"][0]["term"] = "gauw"
        content["sharings"][3]["receiver_ground"] = "wet-x"
        content["terms"].pop("weigh")

    assert len(mistakes(spoilt(everything), "hennep")) == 4


def test_a_theme_without_a_flow_has_no_formule() -> None:
    assert mistakes(HENNEP, "zwerfafval") == ["Het thema “zwerfafval” bestaat hier niet."]


def a_file(**changes: Any) -> bytes:
    told = {
        **json.loads(write(theme="hennep", version=3, region="VR21", content=HENNEP)),
        **changes,
    }
    return canonical({**told, "checksum": changes.get("checksum", checksum(told))})


def test_a_file_reads_back_as_it_was_written_byte_for_byte() -> None:
    received = read(a_file())
    assert (received.theme, received.version, received.region) == ("hennep", 3, "VR21")
    assert received.content == HENNEP
    assert a_file() == write(theme="hennep", version=3, region="VR21", content=received.content)


def test_a_bad_file_is_refused_with_all_that_is_wrong() -> None:
    content = spoilt(lambda c: c.update(title="", quorum=9))
    with pytest.raises(BadFormuleFile) as refused:
        read(a_file(content=content, version="drie", checksum="0", extra=1))
    assert len(refused.value.mistakes) == 5


@pytest.mark.parametrize(
    "given",
    [b"", b"\xff", b"[]", b"null", b'{"content": 1}', b"[" * 100_000, b" " * 1_000_001],
    ids=["empty", "no text", "a list", "null", "half", "deep", "large"],
)
def test_what_is_no_formule_at_all_is_refused_plainly(given: bytes) -> None:
    with pytest.raises(BadFormuleFile) as refused:
        read(given)
    assert refused.value.mistakes


def test_a_file_that_was_changed_after_it_was_saved_is_refused() -> None:
    with pytest.raises(BadFormuleFile) as refused:
        read(a_file().replace(b"2w", b"9w"))
    assert "controlesom" in refused.value.mistakes[0]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(), inside, max_size=3),
    max_leaves=8,
)


@given(given=JSON, part=st.sampled_from([*HENNEP, "case_terms", "quorum"]))
def test_no_content_however_strange_breaks_the_checker(given: Any, part: str) -> None:
    assert isinstance(mistakes({**HENNEP, part: given}, "hennep"), list)
    assert isinstance(mistakes({**HENNEP, part: [given]}, "hennep"), list)
    assert isinstance(mistakes({**HENNEP, part: {"weigh": given}}, "hennep"), list)
