"""The picture marks where a case is, and every step of the flow stands in it once."""

from partners.acting import acting_as
from tests.cases import a_case
from tests.cast import Cast
from workflows.diagram import diagram
from workflows.flows import flow_of
from workflows.models import Step
from workflows.nodes import Work


def test_each_step_of_the_flow_stands_in_its_picture_once() -> None:
    flow = flow_of("hennep")
    titles = [str(node.task_title) for node in flow.instance.nodes() if isinstance(node, Work)]
    drawn = [" ".join(box.lines) for box in diagram(flow).boxes if box.lines]
    assert sorted(drawn) == sorted(titles)


def test_the_open_steps_are_marked_and_what_was_done_before_them(cast: Cast) -> None:
    case = a_case(cast, at="answer")
    with acting_as(cast.coordinator):
        steps = list(Step.objects.visible_to(cast.coordinator).filter(case=case))
        picture = diagram(flow_of("hennep"), steps)

    states = {" ".join(box.lines): box.state for box in picture.boxes if box.lines}
    assert set(picture.now) == {"Verzoek beantwoorden", "Ronde sluiten"}
    assert states["Rapportage toetsen"] == "done"
    assert states["Besluiten"] == "todo"
