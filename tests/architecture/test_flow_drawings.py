"""The drawings in docs/flows are those of the flows as they are."""

from xml.etree import ElementTree

from config.management.commands.draw_flows import FOLDER, drawings
from workflows.flows import FLOWS
from workflows.nodes import Work


def test_the_drawings_are_current() -> None:
    stale = [
        name
        for name, text in drawings().items()
        if not (FOLDER / name).exists() or (FOLDER / name).read_text() != text
    ]
    assert stale == [], "run: .venv/bin/python manage.py draw_flows"


def test_there_is_no_drawing_of_a_flow_that_is_no_more() -> None:
    assert {one.name for one in FOLDER.iterdir()} == set(drawings())


def test_each_drawing_is_well_formed_and_names_every_step() -> None:
    for name, text in drawings().items():
        ElementTree.fromstring(text)  # noqa: S314  drawn by ourselves
        nodes = FLOWS[name.partition(".")[0]].instance.nodes()
        for node in nodes:
            if isinstance(node, Work):
                assert node.name in text, name


def test_each_part_of_a_drawing_leads_to_one_that_is_there() -> None:
    """What a BPMN tool asks before it opens a file: no name twice, and no line to nowhere."""
    for name, text in drawings().items():
        if not name.endswith(".bpmn"):
            continue
        parts = list(ElementTree.fromstring(text).iter())  # noqa: S314  drawn by ourselves
        names = [part.get("id") for part in parts if part.get("id")]
        assert len(names) == len(set(names)), name
        for part in parts:
            led_to = {part.get(one) for one in ("sourceRef", "targetRef", "bpmnElement")}
            assert led_to - {None} <= set(names), name
