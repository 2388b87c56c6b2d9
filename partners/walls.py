"""Row-level security as migrations write it: one policy a command, named alike on every table."""

from collections.abc import Mapping

from django.db.migrations import RunSQL


def wall(table: str, policies: Mapping[str, str]) -> RunSQL:
    """Enable row-level security on `table`; a command without a policy is refused to all.

    `policies` has a condition by command (SELECT, INSERT, UPDATE, DELETE), in which `{table}`
    stands for the table.
    """
    raised = [f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"]
    lowered = []
    for command, condition in policies.items():
        clause = "WITH CHECK" if command == "INSERT" else "USING"
        rule = condition.replace("{table}", table)
        name = f"{command.lower()}_wall"
        raised.append(f"CREATE POLICY {name} ON {table} FOR {command} {clause} ({rule});")
        lowered.append(f"DROP POLICY {name} ON {table};")
    lowered.append(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;")
    return RunSQL("\n".join(raised), "\n".join(lowered))


def add_wall(table: str, command: str, condition: str) -> RunSQL:
    """Let a command in that was refused to all."""
    name = f"{command.lower()}_wall"
    clause = "WITH CHECK" if command == "INSERT" else "USING"
    rule = condition.replace("{table}", table)
    return RunSQL(
        f"CREATE POLICY {name} ON {table} FOR {command} {clause} ({rule});",
        f"DROP POLICY {name} ON {table};",
    )


def change_wall(table: str, command: str, *, before: str, after: str) -> RunSQL:
    """Another condition for one command; `before` is what it was."""
    name = f"{command.lower()}_wall"
    clause = "WITH CHECK" if command == "INSERT" else "USING"
    forth, back = (
        f"ALTER POLICY {name} ON {table} {clause} ({rule.replace('{table}', table)});"
        for rule in (after, before)
    )
    return RunSQL(forth, back)


def change_further_wall(table: str, name: str, *, before: str, after: str) -> RunSQL:
    """Another condition for such a way; `before` is what it was."""
    forth, back = (
        f"ALTER POLICY {name} ON {table} USING ({rule.replace('{table}', table)});"
        for rule in (after, before)
    )
    return RunSQL(forth, back)


def further_wall(table: str, name: str, condition: str) -> RunSQL:
    """Another way to see rows beside SELECT's own condition, which stays as it is."""
    rule = condition.replace("{table}", table)
    return RunSQL(
        f"CREATE POLICY {name} ON {table} FOR SELECT USING ({rule});",
        f"DROP POLICY {name} ON {table};",
    )
