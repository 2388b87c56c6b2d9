"""The line of an access holds the address, and not what was searched for."""

import logging

from config.logs import WithoutQuery

LINE = '%s - "%s %s HTTP/%s" %d'


def test_the_query_is_left_out() -> None:
    path = "/zoeken?q=De%20Vries"
    args = ("127.0.0.1:5", "GET", path, "1.1", 200)
    record = logging.LogRecord("uvicorn.access", logging.INFO, "", 0, LINE, args, None)
    assert WithoutQuery().filter(record)
    assert record.getMessage() == '127.0.0.1:5 - "GET /zoeken HTTP/1.1" 200'


def test_every_log_of_accesses_goes_through_it() -> None:
    filters = logging.getLogger("uvicorn.access").filters
    assert [type(one) for one in filters] == [WithoutQuery]
