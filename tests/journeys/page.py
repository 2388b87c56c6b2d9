"""A page as a browser without a screen has it: title, text, links, and forms with their values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

Values = dict[str, list[str]]
SILENT = frozenset({"script", "style", "svg"})


@dataclass
class Form:
    """`values` is what would be posted as it stands; `names` every field one could fill in."""

    action: str
    method: str
    values: Values = field(default_factory=dict)
    names: set[str] = field(default_factory=set)

    def filled(self, answers: Mapping[str, object]) -> Values:
        """
        :raises AssertionError: when the page does not ask one of these.
        """
        unasked = set(answers) - self.names
        assert not unasked, f"the page does not ask {sorted(unasked)}, only {sorted(self.names)}"
        values = dict(self.values)
        for name, answer in answers.items():
            many = answer if isinstance(answer, list) else [answer]
            values[name] = [str(one) for one in many]
        return values


@dataclass
class Link:
    address: str
    text: str = ""


class Page(HTMLParser):
    def __init__(self, address: str, status: int, html: str) -> None:
        super().__init__()
        self.address = address
        self.status = status
        self.html = html
        self.title = ""
        self.text = ""
        self.links: list[Link] = []
        self.forms: list[Form] = []
        self.feed(html)
        self.close()
        self.text = " ".join(self.text.split())

    def form(self, *names: str) -> Form:
        """The form that asks all of these.

        :raises LookupError: when there is none, or more than one.
        """
        posts = [one for one in self.forms if one.method == "post" and set(names) <= one.names]
        if len(posts) != 1:
            raise LookupError(f"{len(posts)} forms ask {names} on {self.address}")
        return posts[0]

    # The rest is how it is read.
    _in_main = False
    _form: Form | None = None
    _link: Link | None = None
    _area = ""
    _select = ""
    _silent = 0
    _is_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._silent += tag in SILENT
        self._is_title = tag == "title" and not self._silent
        self._in_main = self._in_main or tag == "main"
        if not self._in_main:
            return
        if tag == "a" and "href" in given:
            self._link = Link(given["href"])
            self.links.append(self._link)
        elif tag == "form":
            self._form = Form(given.get("action", ""), given.get("method", "get"))
            self.forms.append(self._form)
        elif self._form is not None and ("name" in given or tag == "option"):
            self._read_control(self._form, tag, given)

    def _read_control(self, form: Form, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        if tag == "option":
            if "selected" in given and self._select:
                form.values[self._select] = [given.get("value", "")]
            return
        form.names.add(name)
        if tag == "select":
            self._select = name
        elif tag == "textarea":
            self._area = name
            form.values[name] = [""]
        elif tag == "input" and given.get("type") in ("radio", "checkbox"):
            if "checked" in given:
                form.values.setdefault(name, []).append(given.get("value", "on"))
        elif tag == "input" and given.get("type") != "file":
            form.values[name] = [given.get("value", "")]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT
        if tag == "main":
            self._in_main = False
        elif tag == "form":
            self._form = None
        elif tag == "a":
            self._link = None
        elif tag == "select":
            self._select = ""
        elif tag == "textarea" and self._form is not None:
            self._form.values[self._area] = [self._form.values[self._area][0].removeprefix("\n")]
            self._area = ""

    def handle_data(self, data: str) -> None:
        if self._is_title:
            self.title += data
            self._is_title = False
        elif self._area and self._form is not None:
            self._form.values[self._area][0] += data
        elif not self._silent and self._in_main:
            self.text += f" {data}"
            if self._link is not None:
                self._link.text = f"{self._link.text} {data}".strip()
