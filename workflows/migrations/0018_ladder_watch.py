"""The watch looks at what was asked up the ladder and sideways as well.

`term_watch` still gives ids, roles and moments alone, to nobody who acts.
"""

from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models


BEFORE = import_module("workflows.migrations.0008_term_walls")

WATCH = """
DROP FUNCTION term_watch(timestamptz);
CREATE FUNCTION term_watch(at timestamptz) RETURNS TABLE (
    case_id bigint, step_id bigint, term_id bigint, escalation_id uuid, referral_id uuid,
    lead_id bigint, holder_id bigint, role text,
    began_at timestamptz, due_at timestamptz, warn_days integer[], given text[]
) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH due AS (
        SELECT s.case_id, s.id AS step_id, NULL::bigint AS term_id,
            NULL::uuid AS escalation_id, NULL::uuid AS referral_id,
            c.lead_id, s.holder_id, s.role::text,
            s.created AS began_at, s.due_at, '{}'::integer[] AS warn_days
        FROM workflows_step s JOIN casework_case c ON c.id = s.case_id
        WHERE s.status = 'NEW' AND s.holder_id IS NOT NULL AND s.due_at < at + interval '14 days'
        UNION ALL
        SELECT t.case_id, NULL, t.id, NULL, NULL, c.lead_id, c.lead_id, t.owner,
            t.starts_on::timestamp AT TIME ZONE 'Europe/Amsterdam',
            (t.due_on + time '23:59:59') AT TIME ZONE 'Europe/Amsterdam',
            ARRAY(SELECT jsonb_array_elements_text(t.warn_days)::integer)
        FROM workflows_caseterm t JOIN casework_case c ON c.id = t.case_id
        WHERE t.ended_at IS NULL AND t.due_on IS NOT NULL AND c.closed_at IS NULL
        UNION ALL
        SELECT e.case_id, NULL, NULL, e.id, NULL, c.lead_id, e.addressee_id, e.role,
            e.raised_at, (e.due_on + time '23:59:59') AT TIME ZONE 'Europe/Amsterdam', '{}'
        FROM casework_escalation e JOIN casework_case c ON c.id = e.case_id
        WHERE e.answered_at IS NULL AND e.withdrawn_at IS NULL AND c.closed_at IS NULL
        UNION ALL
        -- Where nobody there works here, the lead itself records the feedback.
        SELECT r.case_id, NULL, NULL, NULL, r.id, c.lead_id, coalesce(r.organisation_id, c.lead_id),
            CASE WHEN r.organisation_id IS NULL THEN 'coordinator' ELSE '' END,
            r.referred_at, (r.due_on + time '23:59:59') AT TIME ZONE 'Europe/Amsterdam', '{}'
        FROM casework_referral r JOIN casework_case c ON c.id = r.case_id
        WHERE r.answered_at IS NULL AND c.closed_at IS NULL
    )
    SELECT d.case_id, d.step_id, d.term_id, d.escalation_id, d.referral_id,
        d.lead_id, d.holder_id, d.role, d.began_at, d.due_at, d.warn_days, g.given
    FROM due d CROSS JOIN LATERAL (
        SELECT coalesce(array_agg(n.level::text), '{}') AS given FROM workflows_termnotice n
        WHERE n.due_at = d.due_at AND (
            n.step_id = d.step_id OR n.term_id = d.term_id
            OR n.escalation_id = d.escalation_id OR n.referral_id = d.referral_id)
    ) g
    -- A job alone looks at all cases: for whoever acts there is nothing here.
    WHERE app_person() IS NULL AND NOT 'decision_maker' = ANY (g.given)
    ORDER BY d.due_at, d.step_id, d.term_id, d.escalation_id, d.referral_id
$$;
REVOKE EXECUTE ON FUNCTION term_watch(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION term_watch(timestamptz) TO schakelpunt_web;
"""
UNWATCH = "DROP FUNCTION term_watch(timestamptz);" + BEFORE.WATCH


class Migration(migrations.Migration):

    dependencies = [
        ('casework', '0020_only_what_one_sees'),
        ('workflows', '0017_triage'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='termnotice',
            name='a_notice_is_of_one_thing',
        ),
        migrations.AddField(
            model_name='termnotice',
            name='escalation',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.escalation'),
        ),
        migrations.AddField(
            model_name='termnotice',
            name='referral',
            field=models.ForeignKey(db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='casework.referral'),
        ),
        migrations.AddConstraint(
            model_name='termnotice',
            constraint=models.UniqueConstraint(fields=('escalation', 'due_at', 'level'), name='one_notice_a_escalation_deadline'),
        ),
        migrations.AddConstraint(
            model_name='termnotice',
            constraint=models.UniqueConstraint(fields=('referral', 'due_at', 'level'), name='one_notice_a_referral_deadline'),
        ),
        migrations.AddConstraint(
            model_name='termnotice',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('escalation__isnull', True), ('referral__isnull', True), ('step__isnull', False), ('term__isnull', True)), models.Q(('escalation__isnull', True), ('referral__isnull', True), ('step__isnull', True), ('term__isnull', False)), models.Q(('escalation__isnull', False), ('referral__isnull', True), ('step__isnull', True), ('term__isnull', True)), models.Q(('escalation__isnull', True), ('referral__isnull', False), ('step__isnull', True), ('term__isnull', True)), _connector='OR'), name='a_notice_is_of_one_thing'),
        ),
        migrations.RunSQL(WATCH, UNWATCH),
    ]
