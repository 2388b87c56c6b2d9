"""Until which day each item is kept: derived by the database from the rule, never by a service."""

from datetime import date

from django.db import migrations

DAYS = """
CREATE FUNCTION casework_retention(
    of_class text, of_organisation bigint, of_case bigint, made timestamptz,
    OUT rule_id bigint, OUT is_fixed boolean, OUT day date
) LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    made_on date := (made AT TIME ZONE 'Europe/Amsterdam')::date;
    for_all casework_retentionrule;
    kept casework_retentionrule;
    length integer;
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
    length := kept.months;
    IF for_all.is_maximum THEN
        length := least(length, for_all.months);
    END IF;
    SELECT d.retain_until INTO day FROM casework_decision d
    JOIN casework_contribution o ON o.id = d.contribution_id
    WHERE d.case_id = of_case AND d.retain_until IS NOT NULL AND o.information_class = of_class
    ORDER BY d.decided_at, d.id LIMIT 1;
    IF day IS NULL AND kept.event = 'created' THEN
        day := made_on + make_interval(months => length);
    ELSIF day IS NULL AND kept.event = 'closed' THEN
        SELECT (c.closed_at AT TIME ZONE 'Europe/Amsterdam')::date + make_interval(months => length)
        INTO day FROM casework_case c WHERE c.id = of_case;
    END IF;
END $$;
REVOKE EXECUTE ON FUNCTION casework_retention(text, bigint, bigint, timestamptz) FROM PUBLIC;

CREATE FUNCTION casework_retain_item() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    found_rule record;
    changed date;
BEGIN
    SELECT * INTO found_rule FROM casework_retention(
        NEW.information_class, NEW.organisation_id, NEW.case_id, NEW.created_at);
    IF TG_TABLE_NAME = 'casework_contribution' THEN
        SELECT x.until INTO changed FROM casework_retentionextension x
        WHERE x.contribution_id = NEW.id ORDER BY x.set_at DESC, x.id DESC LIMIT 1;
    ELSE
        SELECT x.until INTO changed FROM casework_retentionextension x
        WHERE x.subject_id = NEW.id ORDER BY x.set_at DESC, x.id DESC LIMIT 1;
    END IF;
    NEW.retention_rule_id := found_rule.rule_id;
    NEW.retain_until := found_rule.day;
    IF changed IS NOT NULL AND NOT found_rule.is_fixed THEN
        NEW.retain_until := changed;
    END IF;
    RETURN NEW;
END $$;

-- What each of these says anew is said by the trigger above: `case_id = case_id` rings its bell.
CREATE FUNCTION casework_retain_again() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_TABLE_NAME = 'casework_case' THEN
        UPDATE casework_contribution SET case_id = case_id WHERE case_id = NEW.id;
        UPDATE casework_subject SET case_id = case_id WHERE case_id = NEW.id;
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
DROP TRIGGER retain_item ON casework_subject;
DROP TRIGGER retain_item ON casework_contribution;
DROP FUNCTION casework_retain_again();
DROP FUNCTION casework_retain_item();
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
