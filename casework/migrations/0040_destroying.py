"""Destroy what is due and was approved by two, and refuse it to everybody else, the owner too.

What is due is judged by the clock of the database itself, and not by the moment of the actor.
"""

from django.db import migrations

GUARD_PAYLOAD = """
CREATE FUNCTION casework_guard_payload() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_LEVEL = 'STATEMENT' THEN
        IF EXISTS (SELECT FROM casework_destructionline l
            JOIN casework_destructionlist d ON d.id = l.listing_id
            WHERE l.result = 'open' AND d.is_approved) THEN
            RETURN NULL;
        END IF;
    ELSIF EXISTS (
        SELECT FROM audit_entry e
        JOIN casework_destructionline l ON l.case_reference = e.case_reference
        WHERE e.id = OLD.entry_id AND l.result = 'open'
          AND casework_entry_of_line(e.id, l.id) AND casework_is_approved(l.kind, l.object_id)
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'the audit trail is append-only: a payload goes with what it tells of, when that '
        'is due and approved by two';
END $$;
"""
JUDGE = """
CREATE FUNCTION casework_why_not_destroy(of_kind text, of_object text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    item record;
    today date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    IF of_kind = 'case' THEN
        SELECT c.id, c.closed_at INTO item FROM casework_case c WHERE c.id = of_object::bigint;
        IF item.id IS NULL THEN
            RETURN 'gone';
        ELSIF item.closed_at IS NULL THEN
            RETURN 'not_due';
        ELSIF EXISTS (SELECT FROM casework_retentionhold h
                WHERE h.case_id = item.id AND h.lifted_at IS NULL) THEN
            RETURN 'held';
        ELSIF EXISTS (SELECT FROM casework_contribution o
                WHERE o.case_id = item.id AND o.information_class <> 'N'
                  AND o.extract_of_id IS NULL)
            OR EXISTS (SELECT FROM casework_subject o
                WHERE o.case_id = item.id AND o.information_class <> 'N') THEN
            RETURN 'shared';
        END IF;
        RETURN '';
    END IF;
    IF of_kind = 'contribution' THEN
        -- An extract goes with its whole, and is never due by itself.
        SELECT o.case_id, o.organisation_id, r.is_fixed,
            CASE WHEN o.extract_of_id IS NULL THEN o.retain_until END AS retain_until
        INTO item FROM casework_contribution o
        LEFT JOIN casework_retentionrule r ON r.id = o.retention_rule_id
        WHERE o.id = of_object::uuid;
    ELSE
        SELECT o.case_id, o.organisation_id, r.is_fixed, o.retain_until
        INTO item FROM casework_subject o
        LEFT JOIN casework_retentionrule r ON r.id = o.retention_rule_id
        WHERE o.id = of_object::bigint;
    END IF;
    IF item.case_id IS NULL THEN
        RETURN 'gone';
    ELSIF item.retain_until IS NULL OR item.retain_until > today THEN
        RETURN 'not_due';
    ELSIF item.is_fixed IS NOT TRUE AND EXISTS (SELECT FROM casework_retentionhold h
            WHERE h.case_id = item.case_id AND h.organisation_id = item.organisation_id
              AND h.lifted_at IS NULL) THEN
        RETURN 'held';
    END IF;
    RETURN '';
END $$;

CREATE FUNCTION casework_fill_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    item record;
    told text := casework_why_not_destroy(NEW.kind, NEW.object_id);
BEGIN
    IF told <> '' THEN
        -- As the wall says it: why not would tell of things that are not one's own.
        RAISE insufficient_privilege USING MESSAGE =
            'new row violates row-level security policy for table "casework_destructionline"';
    END IF;
    IF NEW.kind = 'case' THEN
        SELECT c.lead_id AS organisation_id, c.reference::text, 'N'::text AS information_class,
            (c.closed_at AT TIME ZONE 'Europe/Amsterdam')::date AS retain_until,
            (CASE WHEN c.is_restricted THEN c.theme ELSE '' END)::text AS needs_clearance,
            (SELECT r.source::text FROM casework_retentionrule r
             WHERE r.information_class = 'N' AND r.organisation_id IS NULL
             ORDER BY r.valid_from DESC LIMIT 1) AS source
        INTO item FROM casework_case c WHERE c.id = NEW.object_id::bigint;
    ELSIF NEW.kind = 'contribution' THEN
        SELECT o.organisation_id, c.reference::text, o.information_class::text, o.retain_until,
            o.needs_clearance::text, r.source::text
        INTO item FROM casework_contribution o JOIN casework_case c ON c.id = o.case_id
        LEFT JOIN casework_retentionrule r ON r.id = o.retention_rule_id
        WHERE o.id = NEW.object_id::uuid;
    ELSE
        SELECT o.organisation_id, c.reference::text, o.information_class::text, o.retain_until,
            o.needs_clearance::text, r.source::text
        INTO item FROM casework_subject o JOIN casework_case c ON c.id = o.case_id
        LEFT JOIN casework_retentionrule r ON r.id = o.retention_rule_id
        WHERE o.id = NEW.object_id::bigint;
    END IF;
    NEW.organisation_id := item.organisation_id;
    NEW.case_reference := item.reference;
    NEW.information_class := item.information_class;
    NEW.retain_until := item.retain_until;
    NEW.needs_clearance := item.needs_clearance;
    NEW.source := coalesce(item.source, '');
    -- What hangs on it is gathered when it goes: until then more may come.
    NEW.part_keys := '{}';
    NEW.result := 'open';
    NEW.settled_at := NULL;
    RETURN NEW;
END $$;
CREATE TRIGGER fill_line BEFORE INSERT ON casework_destructionline
    FOR EACH ROW EXECUTE FUNCTION casework_fill_line();

-- Whether an item goes by a line that two approved, of itself or of the case it ends with.
CREATE FUNCTION casework_is_approved(of_kind text, of_object text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT casework_why_not_destroy(of_kind, of_object) = '' AND EXISTS (
        SELECT FROM casework_destructionline l
        JOIN casework_destructionlist d ON d.id = l.listing_id
        WHERE l.kind = of_kind AND l.object_id = of_object AND l.result = 'open' AND d.is_approved)
$$;
REVOKE EXECUTE ON FUNCTION casework_why_not_destroy(text, text), casework_is_approved(text, text)
    FROM PUBLIC;

-- What a contribution is an extract of, through extracts of extracts; or itself.
CREATE FUNCTION casework_whole(of_contribution uuid) RETURNS uuid
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH RECURSIVE up AS (
        SELECT o.id, o.extract_of_id FROM casework_contribution o WHERE o.id = of_contribution
        UNION SELECT o.id, o.extract_of_id FROM casework_contribution o JOIN up
            ON o.id = up.extract_of_id)
    SELECT id FROM up WHERE extract_of_id IS NULL
$$;
REVOKE EXECUTE ON FUNCTION casework_whole(uuid) FROM PUBLIC;

CREATE FUNCTION casework_guard_item() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    kind text := TG_ARGV[0];
    key text := OLD.id::text;
    class text;
    of_case bigint;
BEGIN
    IF kind = 'document' THEN
        kind := 'contribution';
        key := OLD.contribution_id;
    END IF;
    IF kind = 'contribution' THEN
        SELECT o.id::text, o.information_class, o.case_id INTO key, class, of_case
        FROM casework_contribution o WHERE o.id = casework_whole(key::uuid);
    ELSIF kind = 'subject' THEN
        class := OLD.information_class;
        of_case := OLD.case_id;
    END IF;
    IF casework_is_approved(kind, key)
        OR class = 'N' AND casework_is_approved('case', of_case::text) THEN
        RETURN OLD;
    END IF;
    RAISE insufficient_privilege USING
        MESSAGE = 'only what is due and was approved by two is destroyed';
END $$;
CREATE TRIGGER guard_item BEFORE DELETE ON casework_contribution
    FOR EACH ROW EXECUTE FUNCTION casework_guard_item('contribution');
CREATE TRIGGER guard_item BEFORE DELETE ON casework_subject
    FOR EACH ROW EXECUTE FUNCTION casework_guard_item('subject');
CREATE TRIGGER guard_item BEFORE DELETE ON casework_document
    FOR EACH ROW EXECUTE FUNCTION casework_guard_item('document');
CREATE TRIGGER guard_item BEFORE DELETE ON casework_case
    FOR EACH ROW EXECUTE FUNCTION casework_guard_item('case');

-- The payload of an entry goes with the item it tells of; the entry itself stays, with its hash.
CREATE FUNCTION casework_entry_of_line(of_entry bigint, of_line uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM audit_entry e, casework_destructionline l
        WHERE e.id = of_entry AND l.id = of_line AND e.case_reference = l.case_reference
          AND (l.kind = 'case' OR l.kind = e.object_type AND l.object_id = e.object_id
               OR l.part_keys @> ARRAY[(e.object_type || ':' || e.object_id)::varchar]))
$$;
{GUARD_PAYLOAD}
DROP TRIGGER append_only ON audit_payload;
CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON audit_payload
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
CREATE TRIGGER guard_payload BEFORE DELETE ON audit_payload
    FOR EACH ROW EXECUTE FUNCTION casework_guard_payload();
CREATE TRIGGER guard_payloads BEFORE DELETE ON audit_payload
    FOR EACH STATEMENT EXECUTE FUNCTION casework_guard_payload();

-- What refers to a row goes with it when it cannot do without: by a column that is never empty, or
-- that a check of its table asks something of; or because it is a part of it, in the same table.
-- What can do without it lets go of it.
CREATE FUNCTION casework_references(of_table regclass)
RETURNS TABLE (from_table regclass, name text, key text, goes_along boolean)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT c.conrelid::regclass, a.attname::text, k.attname::text,
        a.attnotnull OR c.conrelid = c.confrelid OR EXISTS (
            SELECT FROM pg_constraint asks WHERE asks.contype = 'c'
              AND asks.conrelid = c.conrelid AND a.attnum = ANY (asks.conkey))
    FROM pg_constraint c
    JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    JOIN pg_index i ON i.indrelid = c.conrelid AND i.indisprimary
    JOIN pg_attribute k ON k.attrelid = c.conrelid AND k.attnum = i.indkey[0]
    WHERE c.contype = 'f' AND c.confrelid = of_table
    ORDER BY c.conrelid
$$;

-- All that goes with a row and the row itself, as `table:key`, what hangs on something before it.
CREATE FUNCTION casework_gather(of_table regclass, of_key text, INOUT gathered text[])
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    reference record;
    other text;
BEGIN
    FOR reference IN SELECT * FROM casework_references(of_table) r WHERE r.goes_along LOOP
        FOR other IN EXECUTE format('SELECT %I::text FROM %s WHERE %I = %L ORDER BY 1',
            reference.key, reference.from_table, reference.name, of_key)
        LOOP
            IF reference.from_table::text || ':' || other <> ALL (gathered) THEN
                gathered := casework_gather(reference.from_table, other, gathered);
            END IF;
        END LOOP;
    END LOOP;
    gathered := gathered || (of_table::text || ':' || of_key);
END $$;

CREATE FUNCTION casework_erase(gathered text[]) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    one text;
    of_table regclass;
    of_key text;
    reference record;
BEGIN
    FOREACH one IN ARRAY gathered LOOP
        of_table := split_part(one, ':', 1);
        of_key := split_part(one, ':', 2);
        FOR reference IN SELECT * FROM casework_references(of_table) r WHERE NOT r.goes_along LOOP
            EXECUTE format('UPDATE %s SET %I = NULL WHERE %I = %L',
                reference.from_table, reference.name, reference.name, of_key);
        END LOOP;
        EXECUTE format('DELETE FROM %s WHERE %I = %L', of_table, (
            SELECT k.attname FROM pg_index i
            JOIN pg_attribute k ON k.attrelid = i.indrelid AND k.attnum = i.indkey[0]
            WHERE i.indrelid = of_table AND i.indisprimary), of_key);
    END LOOP;
END $$;
REVOKE EXECUTE ON FUNCTION casework_entry_of_line(bigint, uuid), casework_references(regclass),
    casework_gather(regclass, text, text[]), casework_erase(text[])
    FROM PUBLIC;

-- One line, all or nothing; whoever calls it, only what two approved and is due today goes.
CREATE FUNCTION casework_destroy(of_line uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    line casework_destructionline;
    told text;
    of_table regclass;
    gathered text[];
    contributions uuid[];
    requests uuid[];
    of_subject bigint;
    of_case bigint;
BEGIN
    SELECT l.* INTO line FROM casework_destructionline l
    JOIN casework_destructionlist d ON d.id = l.listing_id
    WHERE l.id = of_line AND l.result = 'open' AND d.is_approved FOR UPDATE OF l;
    IF NOT FOUND THEN
        RETURN '';
    END IF;
    of_table := 'casework_' || line.kind;
    -- Nothing is hung on it any more from here on: whoever is doing so is waited for.
    EXECUTE format('SELECT FROM %s WHERE id = %L FOR UPDATE', of_table, line.object_id);
    told := casework_why_not_destroy(line.kind, line.object_id);
    IF told = '' THEN
        told := 'destroyed';
        gathered := casework_gather(of_table, line.object_id, '{}');
        contributions := ARRAY(SELECT split_part(one, ':', 2) FROM unnest(gathered) one
            WHERE split_part(one, ':', 1) = 'casework_contribution');
        of_subject := CASE line.kind WHEN 'subject' THEN line.object_id END;
        of_case := CASE line.kind WHEN 'case' THEN line.object_id END;
        INSERT INTO casework_tombstonereader (line_id, organisation_id)
        SELECT line.id, o.organisation_id FROM (
            SELECT p.organisation_id FROM casework_participation p WHERE p.case_id = of_case
            UNION SELECT d.receiver_id FROM casework_disclosure d
            WHERE d.contribution_id = ANY (contributions) OR d.subject_id = of_subject
            UNION SELECT e.viewer_id FROM casework_emergency e
            WHERE e.contribution_id = ANY (contributions) OR e.subject_id = of_subject) o
        WHERE o.organisation_id <> line.organisation_id;
        INSERT INTO casework_fileremoval (key, at)
        SELECT f.key, now() FROM casework_document f
        WHERE f.contribution_id = ANY (contributions);
        IF of_case IS NULL THEN
            -- That it was asked, of whom and when stays; what was asked goes with the answer.
            WITH answered AS (
                UPDATE casework_request SET question = '', decline_reason = ''
                WHERE answer_id = ANY (contributions) RETURNING id)
            SELECT array_agg(id) INTO requests FROM answered;
            UPDATE casework_extension SET reason = '' WHERE request_id = ANY (requests);
            UPDATE casework_destructionline SET part_keys = ARRAY(
                SELECT regexp_replace(one, '^[a-z]+_', '') FROM unnest(gathered) one
                WHERE one <> of_table::text || ':' || line.object_id
                UNION ALL SELECT 'request:' || id FROM unnest(requests) id
                UNION ALL SELECT 'extension:' || x.id FROM casework_extension x
                WHERE x.request_id = ANY (requests))
            WHERE id = line.id;
        END IF;
        DELETE FROM audit_payload p USING audit_entry e
        WHERE p.entry_id = e.id AND e.case_reference = line.case_reference
          AND casework_entry_of_line(e.id, line.id);
        PERFORM casework_erase(gathered);
    END IF;
    UPDATE casework_destructionline SET result = told, settled_at = now() WHERE id = line.id;
    RETURN told;
END $$;

-- Ids alone, for the job: what is left to do, and in whose name.
CREATE FUNCTION casework_to_destroy() RETURNS TABLE (line_id uuid, membership_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT l.id, d.decided_by_id FROM casework_destructionline l
    JOIN casework_destructionlist d ON d.id = l.listing_id
    WHERE l.result = 'open' AND d.is_approved
    -- Cases last: what is in them goes first.
    ORDER BY d.decided_at, l.kind = 'case', l.id
$$;

-- Closed cases that one leads and in which nobody keeps anything but what goes with the case.
CREATE FUNCTION casework_emptied() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.id FROM casework_case c
    WHERE c.lead_id = app_case_organisation() AND c.closed_at IS NOT NULL
      AND (NOT c.is_restricted OR c.theme = ANY (app_clearances()))
      AND casework_why_not_destroy('case', c.id::text) = ''
$$;
REVOKE ALL ON FUNCTION casework_destroy(uuid), casework_to_destroy(), casework_emptied() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_destroy(uuid), casework_to_destroy(), casework_emptied()
    TO schakelpunt_web;
"""
UNDESTROY = """
DROP FUNCTION casework_emptied();
DROP FUNCTION casework_to_destroy();
DROP FUNCTION casework_destroy(uuid);
DROP FUNCTION casework_erase(text[]);
DROP FUNCTION casework_gather(regclass, text, text[]);
DROP FUNCTION casework_references(regclass);
DROP TRIGGER guard_payloads ON audit_payload;
DROP TRIGGER guard_payload ON audit_payload;
DROP TRIGGER append_only ON audit_payload;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_payload
    FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
DROP FUNCTION casework_guard_payload();
DROP FUNCTION casework_entry_of_line(bigint, uuid);
DROP TRIGGER guard_item ON casework_case;
DROP TRIGGER guard_item ON casework_document;
DROP TRIGGER guard_item ON casework_subject;
DROP TRIGGER guard_item ON casework_contribution;
DROP FUNCTION casework_guard_item();
DROP FUNCTION casework_whole(uuid);
DROP TRIGGER fill_line ON casework_destructionline;
DROP FUNCTION casework_fill_line();
DROP FUNCTION casework_is_approved(text, text);
DROP FUNCTION casework_why_not_destroy(text, text);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("casework", "0039_retention_walls"),
        ("audit", "0007_who_seals"),
    ]
    operations = [migrations.RunSQL(JUDGE.replace("{GUARD_PAYLOAD}", GUARD_PAYLOAD), UNDESTROY)]
