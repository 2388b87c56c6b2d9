import time
from django.db import connection
from django.test.utils import CaptureQueriesContext
from partners.acting import acting_as
from partners.audit import trail
from partners.audit.people import choosable_people
from partners.audit.trail import Wanted, Cursor
from partners.audit.timeline import timeline

SQL = """
INSERT INTO audit_entry (at, person_id, organisation_id, membership_id, role, action, object_type, object_id, case_reference, ground, result, origin, trace, payload_hash)
SELECT now() - (200000 - n) * interval '1 minute', m.person_id, m.organisation_id, m.id, m.role,
  CASE WHEN n %% 1000 = 0 THEN 'capacity.changed' ELSE 'session.begun' END, 'case', n::text, '2026-VR21-' || lpad((n %% 5000)::text, 6, '0'), '', 'ok', 'web', repeat('0',32), ''
FROM generate_series(1, 200000) n JOIN LATERAL (SELECT * FROM ms OFFSET n %% (SELECT count(*) FROM ms) LIMIT 1) m ON true;
"""


def test_perf(owner, cast):
    cast.coordinator
    owner.execute(
        "CREATE TEMP TABLE ms AS SELECT * FROM partners_membership WHERE role IN ('coordinator','liaison','decision_maker')"
    )
    owner.execute(SQL.replace("%%", "%"))
    owner.execute(
        "INSERT INTO audit_trailentry (id, entry_id, organisation_id) SELECT gen_random_uuid(), id, organisation_id FROM audit_entry"
    )
    owner.execute(
        "INSERT INTO audit_trailentry (id, entry_id, organisation_id) SELECT gen_random_uuid(), id, %s FROM audit_entry WHERE organisation_id <> %s AND id %% 2 = 0",
        [cast.coordinator.organisation_id] * 2,
    )
    owner.execute("ANALYZE")
    fg = cast.privacy_officer
    with acting_as(fg):
        n = trail.visible_to(fg).count()
        print("trail rows", n)
        rows = list(trail.visible_to(fg).order_by("-entry")[50000:50001])
        deep = rows[0].pk

    def run(name, wanted, cursor=Cursor(), explain=False):
        with acting_as(fg):
            t = time.perf_counter()
            page = trail._page(trail.matching(fg, wanted), cursor, trail.visible_to(fg))
            ms = (time.perf_counter() - t) * 1000
            print(f"{name}: {ms:.1f} ms {len(page.lines)}")
            if explain:
                print(trail.matching(fg, wanted)[:51].explain(analyze=True, buffers=True))

    run("warm", Wanted())
    run("newest", Wanted())
    run("deep", Wanted(), Cursor(older_than=deep))
    run("deep newer", Wanted(), Cursor(newer_than=deep))
    run("case", Wanted(case_reference="2026-VR21-000017"))
    run("rare action", Wanted(action="capacity.changed"))
    run("absent action", Wanted(action="trail.viewed"))
    run("person", Wanted(person_id=cast.mayor.person.pk))
    import datetime

    run(
        "period old",
        Wanted(since=datetime.date(2026, 8, 1), until=datetime.date(2026, 8, 2)),
        explain=True,
    )
    with acting_as(fg):
        t = time.perf_counter()
        p = choosable_people(fg, None)
        print("people", len(p), (time.perf_counter() - t) * 1000)
        t = time.perf_counter()
        p = choosable_people(fg, 12345)
        print("people chosen", len(p), (time.perf_counter() - t) * 1000)
    with acting_as(cast.coordinator):
        t = time.perf_counter()
        p = timeline(cast.coordinator, "2026-VR21-000017")
        print("timeline", len(p), (time.perf_counter() - t) * 1000)
    from partners.audit.export import export, TooMany
    from django.utils import timezone

    with acting_as(fg):
        t = time.perf_counter()
        try:
            import cProfile,pstats; pr=cProfile.Profile(); pr.enable(); b = export(by=fg, at=timezone.now(), wanted=Wanted(since=datetime.date(2026, 9, 1)))
            pr.disable(); pstats.Stats(pr).sort_stats('tottime').print_stats(18); print("export", len(b), b.count(b"\n"))
        except TooMany as e:
            print(e)
        print((time.perf_counter() - t) * 1000)
    assert 0
