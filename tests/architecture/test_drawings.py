"""The drawings of the flows can be read: no label lies on another, and any BPMN tool opens them."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "flows"
SVG = "{http://www.w3.org/2000/svg}"
MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DI = "{http://www.omg.org/spec/BPMN/20100524/DI}"
DC = "{http://www.omg.org/spec/DD/20100524/DC}"
WAYPOINT = "{http://www.omg.org/spec/DD/20100524/DI}waypoint"
NODES = {f"{MODEL}{one}" for one in ("startEvent", "endEvent", "userTask")} | {
    f"{MODEL}{one}Gateway" for one in ("exclusive", "parallel", "inclusive", "complex")
}
WIDEST = 0.62
"""How wide a letter is at most on average, in parts of its height."""

every_svg = pytest.mark.parametrize("path", sorted(FOLDER.glob("*.svg")), ids=lambda one: one.stem)
every_bpmn = pytest.mark.parametrize(
    "path", sorted(FOLDER.glob("*.bpmn")), ids=lambda one: one.stem
)


@dataclass(frozen=True)
class Area:
    what: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Area") -> bool:
        is_beside = self.right <= other.left or other.right <= self.left
        return not (is_beside or self.bottom <= other.top or other.bottom <= self.top)

    def holds(self, other: "Area") -> bool:
        is_between = self.left <= other.left and other.right <= self.right
        return is_between and self.top <= other.top and other.bottom <= self.bottom


def _label(text: ET.Element, x: float, y: float, *, is_middle: bool) -> Area:
    size = float(str(text.get("font-size")).removesuffix("px"))
    width = len(text.text or "") * size * WIDEST
    left = x + float(str(text.get("x"))) - (width / 2 if is_middle else 0)
    middle = y + float(str(text.get("y"))) - (0 if is_middle else size / 3)
    return Area(text.text or "", left, middle - size / 2, left + width, middle + size / 2)


def _groups(root: ET.Element) -> Iterator[tuple[ET.Element, float, float]]:
    for group in root.iter(f"{SVG}g"):
        found = re.match(r"translate\((-?[\d.]+), (-?[\d.]+)\)", group.get("transform", ""))
        if found:
            yield group, float(found[1]), float(found[2])


def boxes_of(root: ET.Element) -> list[Area]:
    return [
        Area(
            str(group.get("id")),
            x,
            y,
            x + float(str(box.get("width"))),
            y + float(str(box.get("height"))),
        )
        for group, x, y in _groups(root)
        for box in group.findall(f"{SVG}rect")
        if box.get("class") == "task"
    ]


def titles_of(root: ET.Element) -> list[tuple[str, Area]]:
    """Each line of a title, with the step it is of."""
    return [
        (str(group.get("id")), _label(text, x, y, is_middle=True))
        for group, x, y in _groups(root)
        for text in group.findall(f"{SVG}text")
        if text.get("class") == "align-middle"
    ]


def answers_of(root: ET.Element) -> list[Area]:
    return [
        _label(text, 0, 0, is_middle=False)
        for text in root.findall(f"{SVG}text")
        if text.get("class") == "edge-label"
    ]


@every_svg
def test_no_box_or_label_lies_on_another(path: Path) -> None:
    root = ET.fromstring(path.read_text())  # noqa: S314  our own file
    boxes, answers = boxes_of(root), answers_of(root)
    titles = [area for _step, area in titles_of(root)]
    assert boxes
    for group in (boxes, titles, [*answers, *boxes], [*answers, *titles]):
        for one, other in combinations(group, 2):
            assert not one.overlaps(other), f"{one.what} lies on {other.what}"


@every_svg
def test_each_title_lies_within_its_box(path: Path) -> None:
    root = ET.fromstring(path.read_text())  # noqa: S314  our own file
    boxes = {box.what: box for box in boxes_of(root)}
    for step, line in titles_of(root):
        assert boxes[step].holds(line), f"{line.what} goes out of {step}"


@every_svg
def test_titles_and_answers_are_dutch_as_written(path: Path) -> None:
    root = ET.fromstring(path.read_text())  # noqa: S314  our own file
    assert {one.what for one in answers_of(root)} <= {"ja", "nee"}
    first = {step: line.what for step, line in reversed(titles_of(root))}
    assert not [one for one in first.values() if re.search(r"[a-z] [A-Z][a-z]+en$", one)]


@every_bpmn
def test_each_flow_of_the_model_goes_from_a_node_to_a_node(path: Path) -> None:
    process = ET.fromstring(path.read_text()).find(f"{MODEL}process")  # noqa: S314  our own file
    assert process is not None
    nodes = {one.get("id"): one for one in process if one.tag in NODES}
    flows = {one.get("id"): one for one in process if one.tag == f"{MODEL}sequenceFlow"}
    assert len(nodes) + len(flows) == len(list(process)), "something else stands in it"
    for key, one in flows.items():
        assert one.get("sourceRef") in nodes, key
        assert one.get("targetRef") in nodes, key
    for end, name in (("sourceRef", "outgoing"), ("targetRef", "incoming")):
        said = {
            (key, ref.text) for key, node in nodes.items() for ref in node.findall(f"{MODEL}{name}")
        }
        assert said == {(one.get(end), key) for key, one in flows.items()}, name
    for key, node in nodes.items():
        default = node.get("default")
        assert default is None or flows[default].get("sourceRef") == key
    assert len([one for one in nodes.values() if one.tag == f"{MODEL}startEvent"]) == 1
    assert [one for one in nodes.values() if one.tag == f"{MODEL}endEvent"]


@every_bpmn
def test_every_node_and_flow_is_drawn_once_and_every_id_is_its_own(path: Path) -> None:
    root = ET.fromstring(path.read_text())  # noqa: S314  our own file
    ids = Counter(str(one.get("id")) for one in root.iter() if one.get("id"))
    assert [key for key, times in ids.items() if times > 1] == []
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", key) for key in ids)
    process = root.find(f"{MODEL}process")
    plane = root.find(f"{DI}BPMNDiagram/{DI}BPMNPlane")
    assert process is not None
    assert plane is not None
    assert plane.get("bpmnElement") == process.get("id")
    drawn = Counter(one.get("bpmnElement") for one in plane)
    assert drawn == Counter(one.get("id") for one in process)
    for shape in plane.findall(f"{DI}BPMNShape"):
        bounds = shape.find(f"{DC}Bounds")
        assert bounds is not None
        assert min(float(str(bounds.get(side))) for side in ("width", "height")) > 0
    for edge in plane.findall(f"{DI}BPMNEdge"):
        assert len(edge.findall(WAYPOINT)) >= 2, edge.get("id")
