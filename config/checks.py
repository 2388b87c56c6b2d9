"""What must hold before the product serves; each problem is told at once, and stops the start."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from partners.models import Person
from partners.models.matrix_cell import is_as_the_file_says

ROLE_PROBLEMS = """
SELECT current_user, coalesce(bool_or(r.rolsuper), false), coalesce(bool_or(r.rolbypassrls), false),
       coalesce(bool_or(r.rolcreaterole), false),
       EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'S')
                 AND pg_has_role(current_user, c.relowner, 'MEMBER')),
       pg_has_role(current_user, %s, 'USAGE'),
       pg_has_role(current_user, %s, 'MEMBER')
FROM pg_roles r WHERE pg_has_role(current_user, r.oid, 'MEMBER')
"""
"""Of all roles that this one has or may take on with SET ROLE."""


def refuse_to_serve_unsafely() -> None:
    """
    :raises ImproperlyConfigured: when the role of the web could pass the second wall, demo
        accounts stand in a production database, or errors would show what they hold.
    """
    try:
        # The role first: one that may read nothing cannot be asked for accounts or the matrix.
        problems = why_not_this_role() or why_not_these_accounts() or why_not_this_matrix()
        problems += why_not_debug() + why_not_with_the_seed()
    finally:
        connection.close()
    if problems:
        raise ImproperlyConfigured(" ".join(problems))


def refuse_to_seal_unsafely() -> None:
    """
    :raises ImproperlyConfigured: when the role of the sealer could do more than seal.
    """
    try:
        problems = why_not_this_role(own="schakelpunt_sealer", others="schakelpunt_web")
    finally:
        connection.close()
    if problems:
        raise ImproperlyConfigured(" ".join(problems))


def why_not_this_role(
    *, own: str = "schakelpunt_web", others: str = "schakelpunt_sealer"
) -> list[str]:
    """`own` is the group that the role must be in; `others` is one that it must stay out of."""
    with connection.cursor() as cursor:
        cursor.execute(ROLE_PROBLEMS, [own, others])
        name, is_super, bypasses, makes_roles, owns, is_own, is_other = cursor.fetchone()
    found = {
        f"The database role {name} is a superuser.": is_super,
        f"The database role {name} bypasses row-level security.": bypasses,
        f"The database role {name} may make roles.": makes_roles,
        f"The database role {name} owns tables.": owns,
        f"The database role {name} is no member of {own}.": not is_own,
        f"The database role {name} is a member of {others}.": is_other and not is_super,
    }
    return [problem for problem, holds in found.items() if holds]


def why_not_with_the_seed() -> list[str]:
    if settings.AUDIT_SEAL_SEED or settings.AUDIT_SEAL_SEED_PREVIOUS:
        return ["AUDIT_SEAL_SEED is for the sealer alone: unset it here."]
    return []


def why_not_this_matrix() -> list[str]:
    """Two walls that read different matrices are no longer two walls of one house."""
    if is_as_the_file_says():
        return []
    return ["The role matrix of the database is not that of this version: run migrate."]


def why_not_these_accounts() -> list[str]:
    if settings.DEMO:
        if settings.IS_HTTPS:
            return ["Demo mode is not for a public address: unset DEMO."]
        return []
    if Person.objects.filter(is_demo=True).exists():
        return ["There are demo accounts in this database: use an empty one."]
    return []


def why_not_debug() -> list[str]:
    if settings.DEBUG and settings.IS_HTTPS:
        return ["Debugging is not for a public address: unset DEBUG."]
    return []
