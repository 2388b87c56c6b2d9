"""What search looks in: words of cases, contributions and subjects, and nothing that is kept closest.

Classes X and W and the themes of named people (bij, agressie) never come into the index. No role but
the owner reads it; the web asks `casework_search`, which proposes keys of what the asker takes part
in, made itself or was given. Row-level security then judges each row that is fetched.

`casework_plain` is how names are compared, here and wherever a name is looked for in the database.
"""

from django.db import migrations

# Whatever the locale of the database: an accent is taken off before the capitals are.
PLAIN = """
CREATE FUNCTION casework_plain(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT regexp_replace(
        translate(
            lower(replace(replace(replace(replace(replace(normalize(words, NFKD),
                'ß', 'ss'), 'æ', 'ae'), 'Æ', 'ae'), 'œ', 'oe'), 'Œ', 'oe')),
            'øØłŁđĐı', 'oollddi'),
        '[^a-z0-9]', '', 'g')
$$;
CREATE INDEX subjects_by_plain_label ON casework_subject (kind, casework_plain(label));
"""
UNPLAIN = """
DROP INDEX subjects_by_plain_label;
DROP FUNCTION casework_plain(text);
"""

TABLE = """
CREATE TABLE casework_searchwords (
    kind text NOT NULL,
    thing text NOT NULL,
    case_id bigint NOT NULL REFERENCES casework_case ON DELETE CASCADE,
    organisation_id bigint NOT NULL,
    words tsvector NOT NULL,
    PRIMARY KEY (kind, thing)
);
CREATE INDEX searchwords_of_words ON casework_searchwords USING gin (words);
CREATE INDEX searchwords_of_case ON casework_searchwords (case_id);
ALTER TABLE casework_searchwords ENABLE ROW LEVEL SECURITY;
"""
UNTABLE = "DROP TABLE casework_searchwords;"

INDEX = """
CREATE FUNCTION casework_is_searched(of_class text, of_theme text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT of_class NOT IN ('X', 'W') AND of_theme NOT IN ('bij', 'agressie')
$$;

CREATE FUNCTION casework_index_words() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    of_kind text := replace(TG_TABLE_NAME, 'casework_', '');
    found tsvector;
    of_case bigint;
    owner bigint;
    serial text;
BEGIN
    DELETE FROM casework_searchwords
    WHERE kind = of_kind AND thing = coalesce(NEW.id, OLD.id)::text;
    IF TG_OP = 'DELETE' THEN
        RETURN NULL;
    END IF;
    IF of_kind = 'case' THEN
        IF NOT casework_is_searched('N', NEW.theme) THEN
            RETURN NULL;
        END IF;
        serial := split_part(NEW.reference, '-', 3);
        found := setweight(array_to_tsvector(array_remove(ARRAY[
                lower(NEW.reference), serial, ltrim(serial, '0')], '')), 'A')
            || setweight(to_tsvector('dutch', NEW.title || ' ' || NEW.theme), 'B')
            || to_tsvector('dutch', NEW.woonkern);
        of_case := NEW.id;
        owner := NEW.lead_id;
    ELSE
        IF NOT casework_is_searched(NEW.information_class, NEW.theme) THEN
            RETURN NULL;
        END IF;
        of_case := NEW.case_id;
        owner := NEW.organisation_id;
        IF of_kind = 'contribution' THEN
            found := setweight(to_tsvector('dutch', NEW.title), 'B') || to_tsvector('dutch', coalesce((
                SELECT string_agg(item ->> 'answer', ' ')
                FROM jsonb_array_elements(NEW.content) item), ''));
        ELSE
            found := setweight(to_tsvector('dutch', NEW.label), 'A')
                || array_to_tsvector(array_remove(ARRAY[casework_plain(NEW.label)], ''))
                || to_tsvector('dutch', coalesce((
                    SELECT string_agg(value, ' ') FROM jsonb_each_text(NEW.details)), ''));
        END IF;
    END IF;
    INSERT INTO casework_searchwords VALUES (of_kind, NEW.id::text, of_case, owner, found);
    RETURN NULL;
END $$;
CREATE TRIGGER index_words
    AFTER INSERT OR DELETE OR UPDATE OF reference, title, theme, woonkern, lead_id ON casework_case
    FOR EACH ROW EXECUTE FUNCTION casework_index_words();
CREATE TRIGGER index_words AFTER INSERT OR DELETE
    OR UPDATE OF case_id, organisation_id, information_class, title, content ON casework_contribution
    FOR EACH ROW EXECUTE FUNCTION casework_index_words();
CREATE TRIGGER index_words AFTER INSERT OR DELETE
    OR UPDATE OF case_id, organisation_id, information_class, label, details ON casework_subject
    FOR EACH ROW EXECUTE FUNCTION casework_index_words();
UPDATE casework_case SET title = title;
UPDATE casework_contribution SET title = title;
UPDATE casework_subject SET label = label;
"""
UNINDEX = """
DROP TRIGGER index_words ON casework_subject;
DROP TRIGGER index_words ON casework_contribution;
DROP TRIGGER index_words ON casework_case;
DROP FUNCTION casework_index_words();
DROP FUNCTION casework_is_searched(text, text);
"""

SEARCH = r"""
CREATE FUNCTION casework_search(asked text, most integer)
RETURNS TABLE (kind text, thing text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    me bigint := app_case_organisation();
    wanted tsquery := websearch_to_tsquery('dutch', asked);
BEGIN
    IF me IS NULL THEN
        RETURN;
    END IF;
    IF asked ~ '^[0-9A-Za-z-]{2,24}$' THEN
        wanted := wanted || (quote_literal(lower(asked)) || ':*')::tsquery;
    END IF;
    -- A name as it may have been written otherwise; not where words are left out.
    IF casework_plain(asked) <> '' AND asked !~ '(^|\s)-' THEN
        wanted := wanted || quote_literal(casework_plain(asked))::tsquery;
    END IF;
    RETURN QUERY
        SELECT ranked.kind, ranked.thing FROM (
            SELECT w.kind, w.thing, ts_rank(w.words, wanted) AS worth, w.case_id,
                row_number() OVER (
                    PARTITION BY w.kind ORDER BY ts_rank(w.words, wanted) DESC, w.case_id DESC, w.thing
                ) AS place
            FROM casework_searchwords w
            WHERE w.words @@ wanted AND CASE w.kind
                WHEN 'case' THEN EXISTS (
                    SELECT FROM casework_case c
                    WHERE c.id = w.case_id AND c.party_ids @> ARRAY[me])
                WHEN 'contribution' THEN w.organisation_id = me OR EXISTS (
                    SELECT FROM casework_disclosure d
                    WHERE d.contribution_id = w.thing::uuid AND d.receiver_id = me
                      AND d.withdrawn_at IS NULL
                      AND (d.valid_until IS NULL OR d.valid_until > app_at()))
                ELSE w.organisation_id = me OR EXISTS (
                    SELECT FROM casework_disclosure d
                    WHERE d.subject_id = w.thing::bigint AND d.receiver_id = me
                      AND d.withdrawn_at IS NULL
                      AND (d.valid_until IS NULL OR d.valid_until > app_at()))
                END
        ) ranked
        WHERE ranked.place <= most
        ORDER BY ranked.kind, ranked.place;
END $$;
REVOKE ALL ON FUNCTION casework_search(text, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION casework_search(text, integer) TO schakelpunt_web;
"""
UNSEARCH = "DROP FUNCTION casework_search(text, integer);"


class Migration(migrations.Migration):
    dependencies = [("casework", "0024_role_matrix")]
    operations = [
        migrations.RunSQL(PLAIN, UNPLAIN),
        migrations.RunSQL(TABLE, UNTABLE),
        migrations.RunSQL(INDEX, UNINDEX),
        migrations.RunSQL(SEARCH, UNSEARCH),
    ]
