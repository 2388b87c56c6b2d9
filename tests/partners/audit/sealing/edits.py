"""What the owner of a database could do to entry 137 of a log: one statement for each field."""

OTHER = "(SELECT min(o.id) FROM partners_{0} o WHERE o.id <> {0}_id)"
TEXTS = (
    "role",
    "action",
    "object_type",
    "object_id",
    "case_reference",
    "ground",
    "result",
    "origin",
    "trace",
    "payload_hash",
    "needs_clearance",
)
OF_ENTRY = {
    "at": "at + interval '1 microsecond'",
    **{f"{name}_id": OTHER.format(name) for name in ("person", "membership", "organisation")},
    **dict.fromkeys(TEXTS, "'x'"),
}
OF_ROW = {
    "id": "gen_random_uuid()",
    "organisation_id": "(SELECT min(id) FROM partners_organisation)",
    "leaf_hash": "decode(repeat('00', 32), 'hex')",
    "seq": "100000",
}
MINE = "organisation_id = %(log)s"
EDITS = {
    **{
        column: f"UPDATE audit_entry SET {column} = {value} WHERE id = %(entry)s"  # noqa: S608
        for column, value in OF_ENTRY.items()
    },
    **{
        f"trail {column}": f"UPDATE audit_trailentry SET {column} = {value} "  # noqa: S608
        f"WHERE entry_id = %(entry)s AND {MINE}"
        for column, value in OF_ROW.items()
    },
    "another entry": f"""
        DELETE FROM audit_trailentry WHERE seq = 900 AND {MINE};
        UPDATE audit_trailentry SET entry_id =
            (SELECT e.id FROM audit_entry e WHERE NOT EXISTS (
                SELECT FROM audit_trailentry t WHERE t.entry_id = e.id AND t.{MINE}))
        WHERE entry_id = %(entry)s AND {MINE}""",  # noqa: S608
    "deletion": f"DELETE FROM audit_trailentry WHERE seq = 137 AND {MINE}",  # noqa: S608
    "truncation": f"DELETE FROM audit_trailentry WHERE seq >= 137 AND {MINE}",  # noqa: S608
    "swap": f"""
        UPDATE audit_trailentry SET seq = 100000 WHERE seq = 137 AND {MINE};
        UPDATE audit_trailentry SET seq = 137 WHERE seq = 138 AND {MINE};
        UPDATE audit_trailentry SET seq = 138 WHERE seq = 100000 AND {MINE}""",  # noqa: S608
}
REWRITE = f"""
    {EDITS["action"]};
    DELETE FROM audit_checkpoint;
    DELETE FROM audit_treenode;
    UPDATE audit_trailentry SET seq = NULL, leaf_hash = NULL"""  # noqa: S608
