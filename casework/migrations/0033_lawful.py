"""What the law keeps from being disclosed, as the database holds it, whoever asks.

A blockade stops any disclosure of its thing and of extracts of it, however far, any emergency access to it, and
what would be added to it or corrected in it for others; and nobody is told that it is known. What the OM gives rests on a
weighing for that receiver and that very thing. Both are for the organisation that made them alone.
"""

from importlib import import_module

from django.db import migrations

from partners.walls import change_further_wall, wall

BEFORE = import_module("casework.migrations.0002_walls")
NARROWER = import_module("casework.migrations.0005_clearance_walls")
MINE, NEAR, OWN_THING = BEFORE.MINE, NARROWER.NEAR, BEFORE.OWN_THING

OF_KIND = """EXISTS (SELECT FROM partners_organisation p
    WHERE p.id = {table}.organisation_id AND p.kind IN ({kinds}))"""
BLOCKS = OF_KIND.replace("{kinds}", "'politie', 'om'")
WEIGHS = OF_KIND.replace("{kinds}", "'om'")
GIVES_ITS_OWN = f"(outcome NOT IN ('given', 'partial') OR {OWN_THING})"

POLICIES = {
    "casework_blockade": {
        "SELECT": f"({MINE} AND {NEAR})",
        "INSERT": f"({MINE} AND {BLOCKS} AND {OWN_THING} AND lifted_at IS NULL AND {NEAR})",
        "UPDATE": f"({MINE} AND {NEAR})",
    },
    "casework_weighing": {
        "SELECT": f"({MINE} AND {NEAR})",
        "INSERT": f"({MINE} AND {WEIGHS} AND {BEFORE.IN_CASE} AND {GIVES_ITS_OWN} AND {NEAR})",
    },
}

KEEP = """
CREATE FUNCTION casework_is_blocked(contribution uuid, subject bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH RECURSIVE whole (id) AS (
        SELECT contribution
        UNION SELECT o.extract_of_id FROM casework_contribution o JOIN whole w ON w.id = o.id)
    SELECT EXISTS (
        SELECT FROM casework_blockade b
        WHERE b.lifted_at IS NULL AND (b.subject_id = subject
            OR b.contribution_id IN (SELECT w.id FROM whole w)))
$$;

CREATE FUNCTION casework_keep_from_being_given() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF casework_is_blocked(NEW.contribution_id, NEW.subject_id) THEN
        -- As the wall says it: who may not know of a blockade does not hear of it here.
        RAISE insufficient_privilege USING MESSAGE =
            'new row violates row-level security policy for table "casework_disclosure"';
    END IF;
    RETURN NULL;
END $$;
-- After the wall, so that whom that does not let in hears of nothing else.
CREATE TRIGGER keep_from_being_given AFTER INSERT ON casework_disclosure
    FOR EACH ROW EXECUTE FUNCTION casework_keep_from_being_given();

CREATE FUNCTION casework_keep_to_weighing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    of_om boolean := EXISTS (
        SELECT FROM partners_organisation WHERE id = NEW.sender_id AND kind = 'om');
    class text := coalesce(
        (SELECT information_class FROM casework_contribution WHERE id = NEW.contribution_id),
        (SELECT information_class FROM casework_subject WHERE id = NEW.subject_id));
    under_39f boolean := EXISTS (
        SELECT FROM partners_ground WHERE id = NEW.sender_ground_id AND code LIKE 'wjsg-39f%');
    is_tip boolean;
BEGIN
    IF under_39f AND NOT of_om THEN
        RAISE insufficient_privilege USING MESSAGE = 'Wjsg 39f is the OM''s own';
    END IF;
    -- A tip (Wet Bibob art. 26) rests on a law of its own.
    is_tip := EXISTS (
        SELECT FROM partners_ground WHERE id = NEW.sender_ground_id AND code = 'bibob-26');
    IF NEW.weighing_id IS NULL AND NOT (of_om AND (class = 'J' AND NOT is_tip OR under_39f)) THEN
        RETURN NULL;
    END IF;
    IF NOT EXISTS (
        SELECT FROM casework_weighing w
        WHERE w.id = NEW.weighing_id AND w.organisation_id = NEW.sender_id
          AND w.receiver_id = NEW.receiver_id AND w.case_id = NEW.case_id
          AND w.outcome IN ('given', 'partial') AND w.ground_id = NEW.sender_ground_id
          AND w.contribution_id IS NOT DISTINCT FROM NEW.contribution_id
          AND w.subject_id IS NOT DISTINCT FROM NEW.subject_id) THEN
        RAISE insufficient_privilege USING MESSAGE = 'the OM weighed no such disclosure';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER keep_to_weighing AFTER INSERT ON casework_disclosure
    FOR EACH ROW EXECUTE FUNCTION casework_keep_to_weighing();
"""
UNKEEP = """
DROP TRIGGER keep_to_weighing ON casework_disclosure;
DROP FUNCTION casework_keep_to_weighing();
DROP TRIGGER keep_from_being_given ON casework_disclosure;
DROP FUNCTION casework_keep_from_being_given();
DROP FUNCTION casework_is_blocked(uuid, bigint);
"""

# What holds for disclosures holds for each other way in which somebody else would come to see it.
SHUT = """
-- Asked of the emergency that the transaction names, so that it tells nothing of any other thing.
CREATE FUNCTION casework_emergency_is_blocked(emergency uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT casework_is_blocked(e.contribution_id, e.subject_id) FROM casework_emergency e
    WHERE e.id = emergency AND e.id = app_emergency() AND e.person_id = app_person()
$$;
REVOKE ALL ON FUNCTION casework_emergency_is_blocked(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_emergency_is_blocked(uuid) TO schakelpunt_web;

-- Ended, so that the page on which it is read closes; lifting the blockade gives nothing back.
CREATE FUNCTION casework_end_blocked_emergencies() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE casework_emergency SET ended_at = NEW.set_at, ended_by_id = NEW.set_by_id
    WHERE ended_at IS NULL AND ends_at > NEW.set_at
      AND (subject_id = NEW.subject_id OR contribution_id = NEW.contribution_id);
    RETURN NULL;
END $$;
CREATE TRIGGER end_emergencies AFTER INSERT ON casework_blockade
    FOR EACH ROW EXECUTE FUNCTION casework_end_blocked_emergencies();

-- Whoever sees the contribution by an earlier disclosure would get what is added as well.
CREATE FUNCTION casework_add_nothing_to_blocked() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF casework_is_blocked(NEW.contribution_id, NULL) THEN
        RAISE insufficient_privilege USING MESSAGE =
            'new row violates row-level security policy for table "casework_document"';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER add_nothing_to_blocked BEFORE INSERT ON casework_document
    FOR EACH ROW EXECUTE FUNCTION casework_add_nothing_to_blocked();

-- Nor a text that was not given yet: the holder corrects what is blocked when nobody else has it.
CREATE FUNCTION casework_correct_nothing_blocked() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF casework_is_blocked(NEW.contribution_id, NEW.subject_id) AND EXISTS (
        SELECT FROM casework_disclosure d
        WHERE (d.contribution_id = NEW.contribution_id OR d.subject_id = NEW.subject_id)
          AND d.withdrawn_at IS NULL
          AND (d.valid_until IS NULL OR d.valid_until > NEW.corrected_at)) THEN
        RAISE insufficient_privilege USING MESSAGE =
            'new row violates row-level security policy for table "casework_correction"';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER correct_nothing_blocked BEFORE INSERT ON casework_correction
    FOR EACH ROW EXECUTE FUNCTION casework_correct_nothing_blocked();
"""
OPEN = """
DROP TRIGGER correct_nothing_blocked ON casework_correction;
DROP FUNCTION casework_correct_nothing_blocked();
DROP TRIGGER add_nothing_to_blocked ON casework_document;
DROP FUNCTION casework_add_nothing_to_blocked();
DROP TRIGGER end_emergencies ON casework_blockade;
DROP FUNCTION casework_end_blocked_emergencies();
DROP FUNCTION casework_emergency_is_blocked(uuid);
"""
OPENED = import_module("casework.migrations.0029_emergency_walls").OPENED
OPENED_UNLESS_BLOCKED = OPENED.replace(
    "AND e.information_class <> ''",
    "AND e.information_class <> '' AND casework_emergency_is_blocked(e.id) IS FALSE",
)

# Nor is one told, in answer to an inquiry, that politie or OM knows of what it blocked.
ANSWER = "CREATE FUNCTION casework_check_known" + (
    import_module("casework.migrations.0026_inquiry")
    .ANSWER.partition("CREATE FUNCTION casework_check_known")[2]
    .partition("REVOKE ALL")[0]
)
ANSWER = ANSWER.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
ANSWER_UNLESS_BLOCKED = ANSWER.replace(
    "AND NOT c.is_restricted", "AND NOT c.is_restricted AND NOT casework_is_blocked(NULL, s.id)"
)

# What is blocked is not told of, and cannot be asked for by its key: it is as if it were not there.
ASKING = import_module("casework.migrations.0023_disclosure_request_walls")
HIDE = ASKING.TELL.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION").replace(
    "AND o.extract_of_id IS NULL", "AND o.extract_of_id IS NULL AND NOT casework_is_blocked(o.id, NULL)"
).replace(
    "AND o.id NOT IN (SELECT g.subject_id",
    "AND NOT casework_is_blocked(NULL, o.id)\n      AND o.id NOT IN (SELECT g.subject_id",
)
# Nobody learns from the words of a refusal whether a key is another's, blocked, or nowhere.
ALIKE = 'new row violates row-level security policy for table "casework_disclosurerequest"'
FIRST = ASKING.KEEP.partition("CREATE TRIGGER")[0].strip()
SAY_ALIKE = FIRST.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION").replace(
    "the holder has no such thing in this case", ALIKE
)
SAY_OTHERWISE = FIRST.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
HIDE_KEYS = """
CREATE FUNCTION casework_ask_for_nothing_blocked() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF casework_is_blocked(NEW.contribution_id, NEW.subject_id) THEN
        RAISE insufficient_privilege USING MESSAGE = '{ALIKE}';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ask_for_nothing_blocked BEFORE INSERT ON casework_disclosurerequest
    FOR EACH ROW EXECUTE FUNCTION casework_ask_for_nothing_blocked();
"""
HIDE_KEYS = HIDE_KEYS.replace("{ALIKE}", ALIKE)
SHOW_KEYS = """
DROP TRIGGER ask_for_nothing_blocked ON casework_disclosurerequest;
DROP FUNCTION casework_ask_for_nothing_blocked();
"""
SHOW = ASKING.TELL.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    dependencies = [("casework", "0032_weighing")]
    operations = [
        ASKING.hangs("casework_blockade"),
        ASKING.hangs("casework_weighing", on=("contribution", "subject", "case")),
        migrations.RunSQL(KEEP, UNKEEP),
        migrations.RunSQL(SHUT, OPEN),
        *[
            change_further_wall(
                f"casework_{thing}",
                "emergency_wall",
                before=OPENED.replace("{thing}", thing),
                after=OPENED_UNLESS_BLOCKED.replace("{thing}", thing),
            )
            for thing in ("contribution", "subject")
        ],
        migrations.RunSQL(ANSWER_UNLESS_BLOCKED, ANSWER),
        migrations.RunSQL(HIDE_KEYS, SHOW_KEYS),
        migrations.RunSQL(HIDE, SHOW),
        migrations.RunSQL(SAY_ALIKE, SAY_OTHERWISE),
        *[wall(table, policies) for table, policies in POLICIES.items()],
    ]
