"""Formules at random, for Hypothesis: any that can be stored, sensible or not."""

from hypothesis import strategies as st

from workflows.formules.formule import (
    AskedPartner,
    AskedQuestion,
    CaseTerm,
    Formule,
    Retention,
    Reuse,
    Sharing,
    StepTerm,
)
from workflows.terms import Length, Unit

words = st.sampled_from(["", "a", "b", "Een vraag?", "é"])
FEW = 2
lengths = st.builds(Length, st.integers(1, 3), st.sampled_from(Unit))
maybe_lengths = st.none() | lengths
questions = st.builds(
    AskedQuestion,
    name=words,
    question=words,
    kind=st.sampled_from(["text", "choice"]),
    choices=st.lists(st.tuples(words, words), max_size=FEW).map(tuple),
    is_required=st.booleans(),
)
partners = st.builds(
    AskedPartner,
    kind=st.sampled_from(["om", "politie"]),
    request=st.sampled_from(["advice", "measure"]),
    term=lengths,
    question=words,
    has_overview=st.booleans(),
    questions=st.lists(questions, max_size=FEW).map(tuple),
    documents=st.lists(words, max_size=FEW).map(tuple),
    people=words,
    means=words,
    hours=st.none() | st.integers(0, 2),
)
sharings = st.builds(
    Sharing,
    thing=st.sampled_from(["report", "answer"]),
    to=st.sampled_from(["lead", "om"]),
    purpose=words,
    sender_ground=words,
    receiver_ground=words,
    necessity=words,
    conditions=words,
)
step_terms = st.builds(
    StepTerm,
    length=lengths,
    is_statutory=st.booleans(),
    source=words,
    is_backward=st.booleans(),
    is_exempt=st.booleans(),
)
case_terms = st.builds(
    CaseTerm,
    length=lengths,
    is_statutory=st.booleans(),
    source=words,
    title=words,
    owner=st.sampled_from(["coordinator", "secretary"]),
    is_exempt=st.booleans(),
    extension=maybe_lengths,
    most_pause=maybe_lengths,
    warn_days=st.lists(st.integers(0, 20), max_size=FEW).map(tuple),
)
reuses = st.builds(Reuse, years=st.integers(1, 9), valid_from=st.dates(), source=words)
formules = st.builds(
    Formule,
    title=words,
    ground=words,
    partners=st.lists(partners, max_size=FEW).map(tuple),
    sharings=st.lists(sharings, max_size=FEW).map(tuple),
    terms=st.dictionaries(st.sampled_from(["weigh", "decide"]), step_terms, max_size=FEW),
    case_terms=st.dictionaries(st.sampled_from(["decision", "hearing"]), case_terms, max_size=FEW),
    indicators=st.lists(words, max_size=FEW).map(tuple),
    quorum=st.integers(0, 2),
    advice_reuse=st.lists(reuses, max_size=FEW).map(tuple),
    retention=st.none() | st.builds(Retention, length=lengths, source=words),
)
