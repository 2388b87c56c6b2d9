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
