"""Row-level security of the ladder: asked by the lead, answered once, and by the addressee alone."""

from django.db import migrations

from partners.walls import wall

OVERSEEN = """EXISTS (
    SELECT FROM casework_case c
    WHERE c.id = {table}.case_id AND c.overview_ids @> ARRAY[app_case_organisation()])"""
OF_PARTY = """EXISTS (
    SELECT FROM casework_case c
    WHERE c.id = {table}.case_id AND c.party_ids @> ARRAY[app_case_organisation()])"""
LED = """EXISTS (
    SELECT FROM casework_case c
    WHERE c.id = {table}.case_id AND c.lead_id = app_case_organisation()
      AND c.party_ids @> ARRAY[app_case_organisation()])"""

ANSWERS = """
CREATE FUNCTION casework_answer_escalation_once() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE me bigint := app_case_organisation();
BEGIN
    -- The owner, whom no wall holds, repairs what has to be repaired.
    IF NOT row_security_active('casework_escalation') THEN
        RETURN NEW;
    END IF;
    IF OLD.answered_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'this escalation is settled';
    END IF;
    IF me IS DISTINCT FROM OLD.addressee_id
        AND (NEW.answer, NEW.answered_by_id, NEW.answered_at)
            IS DISTINCT FROM (OLD.answer, OLD.answered_by_id, OLD.answered_at) THEN
        RAISE insufficient_privilege USING MESSAGE = 'only its addressee answers an escalation';
    END IF;
    IF NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at AND NOT EXISTS (
        SELECT FROM casework_case c WHERE c.id = OLD.case_id AND c.lead_id = me
    ) THEN
        RAISE insufficient_privilege USING MESSAGE = 'only the lead withdraws an escalation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER answer_once BEFORE UPDATE ON casework_escalation
    FOR EACH ROW EXECUTE FUNCTION casework_answer_escalation_once();

CREATE FUNCTION casework_answer_once() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF row_security_active(TG_RELID) AND OLD.answered_at IS NOT NULL THEN
        RAISE insufficient_privilege USING MESSAGE = 'this was answered';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER answer_once BEFORE UPDATE ON casework_referral
    FOR EACH ROW EXECUTE FUNCTION casework_answer_once();
"""
UNANSWER = """
DROP TRIGGER answer_once ON casework_referral;
DROP FUNCTION casework_answer_once();
DROP TRIGGER answer_once ON casework_escalation;
DROP FUNCTION casework_answer_escalation_once();
"""

# Beside what a step may: the lead lets in whom it asks, to be informed and no more.
INFORM = f"""
CREATE POLICY lead_informs ON casework_participation FOR INSERT WITH CHECK (
    part = 'informed' AND NOT has_overview AND until IS NULL
    AND {LED.replace("{table}", "casework_participation")});
"""
UNINFORM = "DROP POLICY lead_informs ON casework_participation;"

POLICIES = {
    "casework_escalation": {
        "SELECT": f"(addressee_id = app_case_organisation() AND {OF_PARTY} OR {OVERSEEN})",
        "INSERT": f"({LED} AND answered_at IS NULL AND withdrawn_at IS NULL)",
        "UPDATE": f"(addressee_id = app_case_organisation() AND {OF_PARTY} OR {LED})",
    },
    "casework_stepdown": {"SELECT": OVERSEEN, "INSERT": LED},
    "casework_referral": {
        "SELECT": f"(organisation_id = app_case_organisation() AND {OF_PARTY} OR {OVERSEEN})",
        "INSERT": f"({LED} AND answered_at IS NULL)",
        "UPDATE": f"(organisation_id = app_case_organisation() AND {OF_PARTY} OR {LED})",
    },
}


class Migration(migrations.Migration):
    dependencies = [("casework", "0011_escalation")]
    operations = [
        migrations.RunSQL(ANSWERS, UNANSWER),
        migrations.RunSQL(INFORM, UNINFORM),
        *[wall(table, policies) for table, policies in POLICIES.items()],
    ]
