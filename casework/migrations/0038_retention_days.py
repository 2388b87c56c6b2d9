"""Until which day each item is kept: derived by the database from the rule, never by a service."""

from datetime import date

from django.db import migrations

DAYS = """
CREATE FUNCTION casework_retention(
    of_class text, of_organisation bigint, of_case bigint, made timestamptz,
    OUT rule_id bigint, OUT is_fixed boolean, OUT is_extendable boolean, OUT longest integer,
    OUT day date
) LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    made_on date := (made AT TIME ZONE 'Europe/Amsterdam')::date;
    for_all casework_retentionrule;
    kept casework_retentionrule;
    closed_on date;
BEGIN
    SELECT * INTO for_all FROM casework_retentionrule r
    WHERE r.information_class = of_class AND r.organisation_id IS NULL
      AND r.valid_from <= made_on AND (r.valid_until IS NULL OR r.valid_until > made_on)
    ORDER BY r.valid_from DESC LIMIT 1;
    kept := for_all;
    IF for_all.is_fixed IS NOT TRUE THEN
        SELECT * INTO kept FROM casework_retentionrule r
        WHERE r.information_class = of_class AND r.organisation_id = of_organisation
          AND r.valid_from <= made_on AND (r.valid_until IS NULL OR r.valid_until > made_on)
        ORDER BY r.valid_from DESC LIMIT 1;
        IF NOT FOUND THEN
            kept := for_all;
        END IF;
    END IF;
    rule_id := kept.id;
    is_fixed := coalesce(kept.is_fixed, false);
    -- What may be kept longer is told by the rule for all, and never by one's own.
    is_extendable := coalesce(for_all.is_extendable, false);
    longest := CASE WHEN for_all.is_maximum THEN for_all.months END;
    SELECT (c.closed_at AT TIME ZONE 'Europe/Amsterdam')::date INTO closed_on
    FROM casework_case c WHERE c.id = of_case;
    SELECT d.retain_until INTO day FROM casework_decision d
    JOIN casework_contribution o ON o.id = d.contribution_id
    WHERE d.case_id = of_case AND d.retain_until IS NOT NULL AND o.information_class = of_class
    ORDER BY d.decided_at, d.id LIMIT 1;
    IF day IS NULL AND kept.event = 'created' THEN
        day := made_on + make_interval(months => least(kept.months, longest));
    ELSIF day IS NULL AND kept.event = 'closed' THEN
        day := closed_on + make_interval(months => least(kept.months, longest));
    END IF;
    -- A maximum counts from its own event, whatever day a decision or one's own rule counts from.
    day := least(day, CASE for_all.event WHEN 'created' THEN made_on WHEN 'closed' THEN closed_on END
        + make_interval(months => longest));
END $$;
REVOKE EXECUTE ON FUNCTION casework_retention(text, bigint, bigint, timestamptz) FROM PUBLIC;

-- Each weighing lets an item be kept as long again as its rule lets it at most, and no longer.
CREATE FUNCTION casework_changed_day(
    of_contribution uuid, of_subject bigint, longest integer, OUT longer date, OUT erased date
) LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT max(least(x.until, (x.set_at AT TIME ZONE 'Europe/Amsterdam')::date
            + make_interval(months => longest))) FILTER (WHERE x.kind = 'extended')::date,
        min(x.until) FILTER (WHERE x.kind = 'erased')
    FROM casework_retentionextension x
    WHERE x.contribution_id = of_contribution OR x.subject_id = of_subject
$$;
REVOKE EXECUTE ON FUNCTION casework_changed_day(uuid, bigint, integer) FROM PUBLIC;

-- An extract is kept as its whole is. An item that is to be erased on request is so, also when it
-- was kept longer before or since; and it is kept longer only while its rule knows that.
CREATE FUNCTION casework_retain_item() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    found_rule record;
    longer date;
    erased date;
BEGIN
    IF TG_TABLE_NAME = 'casework_contribution' THEN
        IF NEW.extract_of_id IS NOT NULL THEN
            SELECT o.retention_rule_id, o.retain_until INTO NEW.retention_rule_id, NEW.retain_until
            FROM casework_contribution o WHERE o.id = NEW.extract_of_id;
            RETURN NEW;
        END IF;
    END IF;
    SELECT * INTO found_rule FROM casework_retention(
        NEW.information_class, NEW.organisation_id, NEW.case_id, NEW.created_at);
    NEW.retention_rule_id := found_rule.rule_id;
    NEW.retain_until := found_rule.day;
    IF found_rule.is_fixed THEN
        RETURN NEW;
    END IF;
    IF TG_TABLE_NAME = 'casework_contribution' THEN
        SELECT * INTO longer, erased
        FROM casework_changed_day(NEW.id, NULL, found_rule.longest);
    ELSE
        SELECT * INTO longer, erased
        FROM casework_changed_day(NULL, NEW.id, found_rule.longest);
    END IF;
    IF found_rule.is_extendable THEN
        NEW.retain_until := greatest(NEW.retain_until, longer);
    END IF;
    NEW.retain_until := least(NEW.retain_until, erased);
    RETURN NEW;
END $$;

-- What each of these says anew is said by the trigger above: `case_id = case_id` rings its bell.
CREATE FUNCTION casework_retain_again() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'casework_case' THEN
        UPDATE casework_contribution SET case_id = case_id WHERE case_id = NEW.id;
        UPDATE casework_subject SET case_id = case_id WHERE case_id = NEW.id;
    ELSIF TG_TABLE_NAME = 'casework_contribution' THEN
        UPDATE casework_contribution SET case_id = case_id WHERE extract_of_id = NEW.id;
    ELSIF TG_TABLE_NAME = 'casework_retentionextension' THEN
        UPDATE casework_contribution SET case_id = case_id WHERE id = NEW.contribution_id;
        UPDATE casework_subject SET case_id = case_id WHERE id = NEW.subject_id;
    ELSE
        UPDATE casework_contribution SET case_id = case_id
        WHERE information_class = NEW.information_class;
        UPDATE casework_subject SET case_id = case_id
        WHERE information_class = NEW.information_class;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION casework_retain_with_decision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE decided text;
BEGIN
    SELECT information_class INTO decided FROM casework_contribution WHERE id = NEW.contribution_id;
    UPDATE casework_contribution SET case_id = case_id
    WHERE case_id = NEW.case_id AND information_class = decided;
    UPDATE casework_subject SET case_id = case_id
    WHERE case_id = NEW.case_id AND information_class = decided;
    RETURN NULL;
END $$;

DROP TRIGGER retain_as_decided ON casework_contribution;
DROP FUNCTION casework_retain_as_decided();
CREATE TRIGGER retain_item BEFORE INSERT OR UPDATE OF case_id, information_class, retain_until
    ON casework_contribution FOR EACH ROW EXECUTE FUNCTION casework_retain_item();
CREATE TRIGGER retain_item BEFORE INSERT OR UPDATE OF case_id, information_class, retain_until
    ON casework_subject FOR EACH ROW EXECUTE FUNCTION casework_retain_item();
CREATE TRIGGER retain_again AFTER UPDATE ON casework_contribution
    FOR EACH ROW WHEN ((NEW.retain_until, NEW.retention_rule_id)
        IS DISTINCT FROM (OLD.retain_until, OLD.retention_rule_id))
    EXECUTE FUNCTION casework_retain_again();
CREATE TRIGGER retain_again AFTER UPDATE OF closed_at ON casework_case
    FOR EACH ROW WHEN (NEW.closed_at IS DISTINCT FROM OLD.closed_at)
    EXECUTE FUNCTION casework_retain_again();
CREATE TRIGGER retain_again AFTER INSERT ON casework_retentionextension
    FOR EACH ROW EXECUTE FUNCTION casework_retain_again();
CREATE TRIGGER retain_again AFTER INSERT OR UPDATE ON casework_retentionrule
    FOR EACH ROW EXECUTE FUNCTION casework_retain_again();
"""
NO_DAYS = """
DROP TRIGGER retain_again ON casework_retentionrule;
DROP TRIGGER retain_again ON casework_retentionextension;
DROP TRIGGER retain_again ON casework_case;
DROP TRIGGER retain_again ON casework_contribution;
DROP TRIGGER retain_item ON casework_subject;
DROP TRIGGER retain_item ON casework_contribution;
DROP FUNCTION casework_retain_again();
DROP FUNCTION casework_retain_item();
DROP FUNCTION casework_changed_day(uuid, bigint, integer);
DROP FUNCTION casework_retention(text, bigint, bigint, timestamptz);

CREATE OR REPLACE FUNCTION casework_retain_with_decision() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE casework_contribution SET retain_until = NEW.retain_until
    WHERE case_id = NEW.case_id AND information_class = (
        SELECT information_class FROM casework_contribution WHERE id = NEW.contribution_id);
    RETURN NULL;
END $$;

CREATE FUNCTION casework_retain_as_decided() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.retain_until := coalesce((
        SELECT d.retain_until FROM casework_decision d
        JOIN casework_contribution o ON o.id = d.contribution_id
        WHERE d.case_id = NEW.case_id AND d.retain_until IS NOT NULL
          AND o.information_class = NEW.information_class
        ORDER BY d.decided_at, d.id LIMIT 1), NEW.retain_until);
    RETURN NEW;
END $$;
CREATE TRIGGER retain_as_decided BEFORE INSERT ON casework_contribution
    FOR EACH ROW EXECUTE FUNCTION casework_retain_as_decided();
"""

ALWAYS = date(2000, 1, 1)
FIVE_YEARS_OF_ADVICE = date(2020, 8, 1)
WGS = date(2025, 3, 1)
# Class, event, months, what it is besides, source, from, until.
RULES = (
    ("N", "with_case", None, "", "Procesgegevens blijven zo lang als de zaak", ALWAYS, None),
    ("B", "closed", None, "", "Selectielijst gemeenten 2020, naar het zaaktype", ALWAYS, None),
    (
        *("P", "closed", 0, ""),
        "Tot het doel is bereikt (Wpg art. 3), nooit langer dan de politie aangeeft",
        *(ALWAYS, None),
    ),
    ("J", "closed", 0, "", "Tot het doel is bereikt (Wjsg art. 39f)", ALWAYS, None),
    (
        *("X", "created", 24, "is_maximum"),
        "Hergebruik van een Bibob-advies: twee jaar",
        *(ALWAYS, FIVE_YEARS_OF_ADVICE),
    ),
    (
        *("X", "created", 60, "is_maximum"),
        "Hergebruik van een Bibob-advies: vijf jaar, sinds 1 augustus 2020",
        *(FIVE_YEARS_OF_ADVICE, None),
    ),
    ("Z", "closed", None, "", "Eigen beleid, na het afsluiten van de zaak", ALWAYS, None),
    ("H", "decided", 60, "is_fixed", "Wth art. 10: vijf jaar na de beschikking", ALWAYS, None),
    ("W", "created", None, "", "Beleid van de werkgever", ALWAYS, None),
    (
        *("S", "created", 60, "is_maximum is_extendable"),
        "WGS en BGS: ten hoogste vijf jaar, te verlengen na een weging",
        *(WGS, None),
    ),
)


def agree(apps, schema_editor):
    rules = apps.get_model("casework", "RetentionRule").objects
    for information_class, event, months, besides, source, valid_from, valid_until in RULES:
        rules.create(
            information_class=information_class,
            event=event,
            months=months,
            source=source,
            valid_from=valid_from,
            valid_until=valid_until,
            **dict.fromkeys(besides.split(), True),
        )


class Migration(migrations.Migration):
    dependencies = [("casework", "0037_retention")]
    operations = [
        migrations.RunSQL(DAYS, NO_DAYS),
        migrations.RunPython(agree, migrations.RunPython.noop),
    ]
