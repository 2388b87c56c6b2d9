"""Loading again: what is new, other or gone is told and dated, and never deleted."""

import shutil
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from partners.models import Adjacency, Kind, Organisation, Region, ServiceArea
from partners.reference.loader import DATA, BadReferenceData, load
from partners.reference.report import ChangeKind

pytestmark = pytest.mark.usefixtures("as_owner")

TODAY = date(2026, 3, 2)
Edit = Callable[[str, str, str], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def edit(folder: Path) -> Edit:
    def replace(file: str, old: str, new: str) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")

    return replace


@pytest.fixture
def merger(edit: Edit) -> None:
    """Boekel goes into a new gemeente on 1 January 2027."""
    edit(
        "organisaties.csv",
        "gemeente,GM0755,Boekel,2023-01-01,,\n",
        "gemeente,GM0755,Boekel,2023-01-01,2027-01-01,GM9001\n"
        "gemeente,GM9001,Nieuwstad,2027-01-01,,\n",
    )
    edit(
        "werkgebieden.csv",
        "GM0755,VR21,2023-01-01,\n",
        "GM0755,VR21,2023-01-01,2027-01-01\nGM9001,VR21,2027-01-01,\n",
    )


def told(folder: Path, *, on: date = TODAY, dry_run: bool = False) -> list[str]:
    return [str(change) for change in load(on=on, folder=folder, dry_run=dry_run).changes.values()]


def test_a_second_load_changes_nothing() -> None:
    report = load(on=TODAY)

    assert not report.changes
    assert report.unchanged == 25 + 387 + 417 + 46 + 33


@pytest.mark.usefixtures("merger")
def test_a_merger_is_told_and_dated(folder: Path) -> None:
    assert told(folder) == [
        "gewijzigd: organisatie GM0755 Boekel (geldig_tot: leeg → 2027-01-01, opvolger: GM9001)",
        "toegevoegd: organisatie GM9001 Nieuwstad",
        "gewijzigd: werkgebied GM0755 in VR21 vanaf 2023-01-01 (geldig_tot: leeg → 2027-01-01)",
        "toegevoegd: werkgebied GM9001 in VR21 vanaf 2027-01-01",
    ]
    old = Organisation.objects.get(code="GM0755")
    assert old.successor == Organisation.objects.get(code="GM9001")
    assert old.is_in_force(date(2026, 12, 31))
    assert not old.is_in_force(date(2027, 1, 1))
    assert told(folder) == []


@pytest.mark.usefixtures("merger")
def test_a_dry_run_tells_the_same_and_stores_nothing(folder: Path) -> None:
    tried = told(folder, dry_run=True)

    assert not Organisation.objects.filter(code="GM9001").exists()
    assert told(folder) == tried


@pytest.mark.usefixtures("merger")
def test_a_merger_that_is_taken_back_is_undone(folder: Path) -> None:
    load(on=TODAY, folder=folder)

    report = load(on=TODAY)

    assert Organisation.objects.get(code="GM0755").successor is None
    assert [report.count(kind) for kind in ChangeKind] == [0, 2, 2]


def test_a_row_that_is_gone_ends_that_day_and_stays(folder: Path, edit: Edit) -> None:
    edit("organisaties.csv", "gemeente,GM0755,Boekel,2023-01-01,,\n", "")
    edit("werkgebieden.csv", "GM0755,VR21,2023-01-01,\n", "")
    borders = ("GM1652", "GM1948", "GM1982", "GM1991")
    for other in borders:
        edit("buurgemeenten.csv", f"GM0755,{other},2023-01-01,\n", "")

    assert told(folder) == [
        "beëindigd: organisatie GM0755 Boekel (geldig_tot: 2026-03-02)",
        "beëindigd: werkgebied GM0755 in VR21 vanaf 2023-01-01 (geldig_tot: 2026-03-02)",
        *(
            f"beëindigd: buurgemeenten GM0755 en {other} vanaf 2023-01-01 (geldig_tot: 2026-03-02)"
            for other in borders
        ),
    ]
    assert told(folder, on=date(2026, 5, 1)) == []
    assert Organisation.objects.get(code="GM0755").valid_until == TODAY


def test_a_new_name_is_told(folder: Path, edit: Edit) -> None:
    edit("regios.csv", "VR21,Brabant-Noord,", "VR21,Noordoost-Brabant,")

    assert told(folder) == [
        "gewijzigd: regio VR21 Noordoost-Brabant (naam: Brabant-Noord → Noordoost-Brabant)"
    ]
    assert Region.objects.get(code="VR21").name == "Noordoost-Brabant"


def test_other_kinds_are_left_alone() -> None:
    riec = Organisation.objects.create(
        kind=Kind.RIEC, code="RIEC-X", name="RIEC", valid_from=date(2024, 1, 1)
    )
    region = Region.objects.get(code="VR21")
    area = ServiceArea.objects.create(organisation=riec, region=region, valid_from=date(2024, 1, 1))

    assert not load(on=TODAY).changes
    riec.refresh_from_db()
    area.refresh_from_db()
    assert (riec.valid_until, area.valid_until) == (None, None)


@pytest.mark.usefixtures("merger")
def test_the_command_tells_each_change_and_the_counts(folder: Path) -> None:
    said = StringIO()

    call_command("load_reference", folder=folder, dry_run=True, stdout=said)

    lines = said.getvalue().splitlines()
    assert len(lines) == 4 + 2
    assert lines[4] == "2 toegevoegd, 2 gewijzigd, 0 beëindigd, 906 gelijk"
    assert lines[5] == "Proef: er is niets opgeslagen."


def test_all_mistakes_are_told_at_once_and_nothing_is_stored(folder: Path, edit: Edit) -> None:
    edit("regios.csv", "VR01,Groningen,", "VR01,Stad en Ommelanden,")
    edit(
        "organisaties.csv",
        "gemeente,GM0828,Oss,2023-01-01,,\n",
        "gemeente,GM0828,Oss,2023-01-01,2022-01-01,\n"
        "gemeente,GM0755,Boekel,2023-01-01,,\n"
        "gemeente,GM9001,Los,2023-01-01,,\n"
        "gemeente,GM9002,Weg,2023-01-01,,GM9003\n"
        "gemeente,GM9004,Door,2023-01-01,2024-01-01,VRO-21\n"
        "riec,R1,RIEC,2023-01-01,,\n",
    )
    edit(
        "werkgebieden.csv",
        "GM0755,VR21,2023-01-01,\n",
        "GM0755,VR21,2023-01-01,\nGM0755,VR22,2024-01-01,\nGM9002,VR99,2023-13-01,\n"
        "GM9009,VR21,2023-01-01,\nGM9004,VR21,2023-01-01,\nR1,VR21,2023-01-01,\n",
    )
    edit("grondslagen.csv", "wpg-19,", "wpg 19,")

    with pytest.raises(BadReferenceData) as refused:
        load(on=TODAY, folder=folder)

    problems = "\n".join(refused.value.mistakes)
    for expected in (
        "regel 262: geldig_tot moet na geldig_van liggen",
        "GM0755 staat er al, in organisaties.csv regel",
        "regel 264: GM9001 heeft geen werkgebied",
        "opvolger ‘GM9003’ is onbekend",
        "regel 266: opvolger VRO-21 is op 2024-01-01 geen Gemeente",
        "soort ‘riec’ hoort niet in dit bestand",
        "GM0755 is op één dag in twee regio's",
        "regio ‘VR99’ is onbekend",
        "geldig_van: Waarde van ‘2023-13-01’",
        "organisatie ‘GM9009’ is onbekend",
        "code: Voer een geldige ‘slug’ in",
    ):
        assert expected in problems
    assert Region.objects.get(code="VR01").name == "Groningen"


@pytest.mark.parametrize("content", [b"code,naam\n", b"\xff\xfe", None])
def test_a_file_that_cannot_be_read_is_one_mistake(folder: Path, content: bytes | None) -> None:
    file = folder / "regios.csv"
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)

    with pytest.raises(BadReferenceData) as refused:
        load(on=TODAY, folder=folder)

    assert len(refused.value.mistakes) == 1
    assert "regios.csv" in refused.value.mistakes[0]


def test_a_row_with_too_many_cells_is_refused(folder: Path, edit: Edit) -> None:
    edit("regios.csv", "VR01,Groningen,2023-01-01,", "VR01,Groningen,2023-01-01,,,te veel")

    with pytest.raises(BadReferenceData, match=r"regios\.csv regel 2: te veel kolommen"):
        load(on=TODAY, folder=folder)


def test_a_successor_needs_an_end(folder: Path, edit: Edit) -> None:
    edit("organisaties.csv", "Boekel,2023-01-01,,", "Boekel,2023-01-01,,GM0828")

    with pytest.raises(BadReferenceData, match="wie een opvolger heeft, heeft een geldig_tot"):
        load(on=TODAY, folder=folder)


def test_the_command_refuses_bad_data_with_every_mistake(folder: Path, edit: Edit) -> None:
    edit("regios.csv", "VR01,Groningen,2023-01-01,", "VR01,,gisteren,")

    with pytest.raises(CommandError, match=r"(?s)Niets geladen.*naam: .*geldig_van: "):
        call_command("load_reference", folder=folder)


@pytest.mark.parametrize(
    ("row", "mistake"),
    [
        ("GM1948,GM1721,2023-01-01,", "deze grens staat er al andersom"),
        ("GM0828,GM0828,2023-01-01,", "een gemeente grenst niet aan zichzelf"),
        ("GM0828,VRO-21,2023-01-01,", "een grens loopt tussen twee gemeenten"),
        ("GM0828,GM9999,2023-01-01,", "buurgemeente ‘GM9999’ is onbekend"),
    ],
)
def test_a_wrong_border_is_named(folder: Path, row: str, mistake: str) -> None:
    with (folder / "buurgemeenten.csv").open("a") as file:
        file.write(f"{row}\n")

    with pytest.raises(BadReferenceData) as refused:
        told(folder)
    assert any(mistake in one for one in refused.value.mistakes)


def test_a_border_has_two_sides_and_ends_with_its_day(folder: Path, edit: Edit) -> None:
    oss, bernheze = (Organisation.objects.get(code=code) for code in ("GM0828", "GM1721"))
    old, new = "GM0828,GM1721,2023-01-01,\n", "GM0828,GM1721,2023-01-01,2026-06-01\n"
    edit("buurgemeenten.csv", old, new)
    told(folder)
    for one, other in ((oss, bernheze), (bernheze, oss)):
        assert other in Adjacency.objects.neighbours_of(one, date(2026, 5, 31))
        assert other not in Adjacency.objects.neighbours_of(one, date(2026, 6, 1))
