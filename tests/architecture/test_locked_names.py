"""What stands in the database by its name keeps that name, or gets a migration.

Viewflow stores the module, class and node of every step; a name that no longer imports loads as
None, without an error, and the case stands still (style.md 2, fact 4).
"""

from pathlib import Path

from viewflow.workflow.fields import get_flow_ref, get_task_ref

from workflows.flows import FLOWS

COMMITTED = Path(__file__).with_name("locked_names.txt")
ADVICE = f"""
A name that the database holds has changed. Cases on their way carry the old one.
Renamed or removed: write a data migration for workflows_caseprocess.flow_class and
workflows_step.flow_task (and for terms in formules), then edit {COMMITTED.name} by hand.
Added: add the line to {COMMITTED.name}; it stays for ever."""


def stored_names() -> list[str]:
    """As Viewflow writes them into workflows_caseprocess and workflows_step."""
    flows = [get_flow_ref(one) for one in FLOWS.values()]  # type: ignore[arg-type]  # untyped
    steps = [
        get_task_ref(node) for flow_class in FLOWS.values() for node in flow_class.instance.nodes()
    ]
    return sorted([*flows, *steps])


def test_stored_names_are_those_committed() -> None:
    committed = COMMITTED.read_text().splitlines()
    gone = sorted(set(committed) - set(stored_names()))
    new = sorted(set(stored_names()) - set(committed))
    assert (gone, new) == ([], []), f"{ADVICE}\nGone: {gone}\nNew: {new}"
    assert committed == sorted(set(committed)), "sorted, each name once"


def test_names_are_stored_below_the_app_that_owns_the_flows() -> None:
    """A flow made with type() gets the module of whoever made it, and loads as nothing."""
    assert {name.partition("/")[0] for name in stored_names()} == {"workflows"}
    assert all(name.startswith("workflows/flows.") for name in stored_names())
