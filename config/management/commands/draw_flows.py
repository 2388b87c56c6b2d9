"""Draw every flow into docs/flows: as SVG for people, as BPMN for their tools."""

import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation
from django.utils.html import escape
from viewflow.workflow import chart

from config.drawn_labels import place_labels
from workflows.flows import FLOWS
from workflows.nodes import Work

NAMED = re.compile(r'(?P<id>id="id_node_(?P<node>\w+)"(?: default="\w+")?) name="[^"]*"')
ANSWERS = {"yes": "ja", "no": "nee"}
FOLDER = Path(settings.BASE_DIR) / "docs" / "flows"


class Command(BaseCommand):
    help = "Draw every flow into docs/flows; a test tells when a drawing is no longer true."

    def handle(self, *args: Any, **options: Any) -> None:
        FOLDER.mkdir(parents=True, exist_ok=True)
        for name, text in drawings().items():
            (FOLDER / name).write_text(text)
            self.stdout.write(f"docs/flows/{name}")


def drawings() -> dict[str, str]:
    """The text of each file by its name."""
    found = {}
    with translation.override(settings.LANGUAGE_CODE):
        for theme, flow_class in FLOWS.items():
            found[f"{theme}.svg"] = _drawn(chart.calc_layout_data(flow_class))
            joined = chart.calc_layout_data(flow_class, edge_start_gap_size=0, edge_end_gap_size=0)
            steps = (node for node in flow_class.instance.nodes() if isinstance(node, Work))
            titles = {node.name: str(node.task_title) for node in steps}
            found[f"{theme}.bpmn"] = _exchanged(joined, titles)
    return found


def _exchanged(grid: Any, titles: dict[str, str]) -> str:
    """With the titles that people gave, whole: Viewflow wraps these and makes up the others."""
    _answer_in_dutch(grid)

    def named(element: re.Match[str]) -> str:
        title = titles.get(element["node"])
        return f'{element["id"]} name="{escape(title)}"' if title else element["id"]

    return _tidy(NAMED.sub(named, chart.grid_to_bpmn(grid)))


def _drawn(grid: Any) -> str:
    """With the titles as they are, where Viewflow's template gives each word a capital."""
    _answer_in_dutch(grid)
    place_labels(grid)
    text = _tidy(chart.grid_to_svg(grid))
    for cell in grid.cells:
        for title, *_place in cell.shape.text[:1]:
            text = text.replace(f">{escape(title.title())}<", f">{escape(title)}<")
    return text


def _answer_in_dutch(grid: Any) -> None:
    for edge in grid.edges:
        edge.label = ANSWERS.get(edge.label, edge.label)


def _tidy(text: str) -> str:
    """Without the blank lines and the white space at line ends that a template leaves."""
    lines = (line.rstrip() for line in text.splitlines())
    return "\n".join(line for line in lines if line) + "\n"
