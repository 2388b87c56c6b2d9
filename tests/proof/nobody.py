"""Can a policy ever be true while settings of the actor are missing?

An answer for every row there could be, not for rows there are: the expression is read as SQL reads
it, with three truth values, in which what compares to a missing setting is null. Whatever the
proof does not understand counts as true, so that it errs towards an alarm.
"""

from collections.abc import Callable
from typing import Any

from pglast import ast, parse_sql
from pglast.enums import A_Expr_Kind, BoolExprType, JoinType, NullTestType, SubLinkType

STRICT = {"=", "<>", "<", "<=", ">", ">=", "@>", "<@", "&&", "||", "+", "-"}
"""Operators that give null when a side is null."""
HOLDS = {"@>", "&&"}
"""And false when the array on their right has nulls alone."""
COMPARES = A_Expr_Kind.AEXPR_OP
AMONG = A_Expr_Kind.AEXPR_OP_ANY

OpenTable = Callable[[str], bool]


class Nobody:
    """`missing` are the functions that give null; `lists` those that give an empty array."""

    def __init__(self, missing: set[str], lists: set[str], may_show_rows: OpenTable) -> None:
        self._missing = missing
        self._lists = lists
        self._may_show_rows = may_show_rows

    def may_pass(self, expression: str) -> bool:
        """Is there a row for which this is true?"""
        return self._may_be_true(parse_sql(f"SELECT {expression}")[0].stmt.targetList[0].val)

    def _may_be_true(self, node: Any) -> bool:
        match node:
            case ast.BoolExpr(boolop=BoolExprType.AND_EXPR):
                return all(map(self._may_be_true, node.args))
            case ast.BoolExpr(boolop=BoolExprType.OR_EXPR):
                return any(map(self._may_be_true, node.args))
            case ast.BoolExpr():
                return self._may_be_false(node.args[0])
            case ast.NullTest(nulltesttype=NullTestType.IS_NOT_NULL):
                return not self._is_null(node.arg)
            case ast.SubLink(subLinkType=SubLinkType.EXISTS_SUBLINK | SubLinkType.ANY_SUBLINK):
                return self._may_have_rows(node.subselect)
            case ast.A_Expr():
                return not (self._is_null(node) or self._is_never_among(node))
            case ast.A_Const(val=ast.Boolean(boolval=False)):
                return False
        return not self._is_null(node)

    def _may_be_false(self, node: Any) -> bool:
        match node:
            case ast.BoolExpr(boolop=BoolExprType.AND_EXPR):
                return any(map(self._may_be_false, node.args))
            case ast.BoolExpr(boolop=BoolExprType.OR_EXPR):
                return all(map(self._may_be_false, node.args))
            case ast.BoolExpr():
                return self._may_be_true(node.args[0])
        return not self._is_null(node)

    def _may_have_rows(self, query: Any) -> bool:
        """Row-level security holds inside of policies too: a table that shows nothing ends it."""
        # A bare aggregate gives a row of nothing at all.
        gives = [target.val for target in query.targetList or ()]
        is_plain = not (query.op or query.groupClause or query.havingClause or query.withClause)
        if not is_plain or any(isinstance(value, ast.FuncCall) for value in gives):
            return True
        is_met = query.whereClause is None or self._may_be_true(query.whereClause)
        return is_met and all(map(self._source_has_rows, query.fromClause or ()))

    def _source_has_rows(self, source: Any) -> bool:
        match source:
            case ast.RangeVar():
                return self._may_show_rows(source.relname)
            case ast.JoinExpr(jointype=JoinType.JOIN_INNER):
                met = source.quals is None or self._may_be_true(source.quals)
                return met and all(map(self._source_has_rows, (source.larg, source.rarg)))
        return True

    def _is_null(self, node: Any) -> bool:
        match node:
            case ast.TypeCast():
                return self._is_null(node.arg)
            case ast.FuncCall():
                return self._called(node) in self._missing
            case ast.A_Expr(kind=A_Expr_Kind.AEXPR_OP):
                sides = (node.lexpr, node.rexpr)
                return self._operator(node) in STRICT and any(map(self._is_null, sides))
            case ast.A_Expr(kind=A_Expr_Kind.AEXPR_OP_ANY | A_Expr_Kind.AEXPR_OP_ALL):
                return self._is_null(node.rexpr)
        return False

    def _is_never_among(self, node: Any) -> bool:
        """`x = ANY (array)` and `array @> ARRAY[x]` are false or null, and never true."""
        if node.kind == AMONG:
            return self._is_null(node.lexpr) or self._has_nulls_alone(node.rexpr)
        of_nulls = node.kind == COMPARES and self._operator(node) in HOLDS
        return of_nulls and self._has_nulls_alone(node.rexpr, and_one=True)

    def _has_nulls_alone(self, node: Any, *, and_one: bool = False) -> bool:
        match node:
            case ast.TypeCast():
                return self._has_nulls_alone(node.arg, and_one=and_one)
            case ast.A_ArrayExpr():
                return bool(node.elements) and all(map(self._is_null, node.elements))
            case ast.FuncCall():
                return not and_one and self._called(node) in self._lists
        return False

    def _called(self, node: Any) -> str:
        return str(node.funcname[-1].sval)

    def _operator(self, node: Any) -> str:
        return str(node.name[-1].sval)
