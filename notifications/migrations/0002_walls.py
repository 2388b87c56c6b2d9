"""Each sees what he himself was told; and what an act told is numbered when it commits.

Numbering waits for the commit because an act may tell several people one after the other: two acts
that lock counters in different orders would wait for each other. At the commit all counters of an
act are locked in the order of the persons, and held no longer than the commit takes. A number is
seen by others after all numbers before it, and an act that fails takes none: a sequence of the
database promises neither.
"""

from django.db import migrations

from partners.walls import wall

NUMBER = """
CREATE FUNCTION notifications_number() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    told record;
    highest bigint;
BEGIN
    -- What is committed has its number: without one there are only the rows of this act.
    FOR told IN
        SELECT person_id, count(*) AS times FROM notifications_notification
        WHERE seq IS NULL GROUP BY person_id ORDER BY person_id
    LOOP
        INSERT INTO notifications_inbox AS inbox (person_id, seq, epoch, mails)
        VALUES (told.person_id, told.times, gen_random_uuid(), true)
        ON CONFLICT (person_id) DO UPDATE SET seq = inbox.seq + told.times
        RETURNING inbox.seq INTO highest;

        UPDATE notifications_notification AS told_now SET seq = numbered.seq
        FROM (
            SELECT id, highest - told.times + row_number() OVER (ORDER BY created_at, id) AS seq
            FROM notifications_notification WHERE person_id = told.person_id AND seq IS NULL
        ) AS numbered
        WHERE told_now.id = numbered.id;
    END LOOP;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER number_at_commit AFTER INSERT ON notifications_notification
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION notifications_number();
"""

UNNUMBER = """
DROP TRIGGER number_at_commit ON notifications_notification;
DROP FUNCTION notifications_number();
"""

MINE = "person_id = app_person()"


class Migration(migrations.Migration):
    dependencies = [("notifications", "0001_initial"), ("partners", "0002_security")]
    operations = [
        migrations.RunSQL(NUMBER, UNNUMBER),
        wall(
            "notifications_notification",
            {
                "SELECT": MINE,
                # Whoever acts tells others, whose notifications he cannot see.
                "INSERT": "app_person() IS NOT NULL AND seq IS NULL AND read_at IS NULL"
                " AND mail_settled_at IS NULL",
                "UPDATE": MINE,
            },
        ),
        wall(
            "notifications_inbox",
            {"SELECT": MINE, "INSERT": f"{MINE} AND seq = 0", "UPDATE": MINE},
        ),
    ]
