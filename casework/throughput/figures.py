"""The figures as they left the database: rounded to fives, and None for fewer than five."""

from dataclasses import dataclass
from datetime import datetime, timedelta

Count = int | None
FEWEST = 5


@dataclass(frozen=True)
class Share:
    """Of rounded counts, so that it tells no more than they do."""

    part: Count = None
    whole: Count = None

    @property
    def is_below(self) -> bool:
        """Fewer than five of the whole: then `percent` is a bound."""
        return self.whole is not None and self.part is None

    @property
    def percent(self) -> int | None:
        """None without a whole, and where the only bound would be the whole itself."""
        if self.whole is None or (self.part is None and self.whole <= FEWEST):
            return None
        return round(100 * min(self.part or FEWEST, self.whole) / self.whole)


@dataclass(frozen=True)
class Days:
    """Calendar days: half is done within `p50` and nine of ten within `p90` (from ten cases)."""

    p50: int | None = None
    p90: int | None = None


@dataclass(frozen=True)
class Flow:
    """How cases went in one gemeente, or in the region as a whole."""

    code: str
    name: str
    opened: Count = None
    closed: Count = None
    in_hand: Count = None
    lead_time: Days = Days()
    reached: Share = Share()
    statutory: Share = Share()
    agreed: Share = Share()
    own_wait: int | None = None
    """Of the waiting in its cases, the percentage that lay with the gemeente itself."""


@dataclass(frozen=True)
class Work:
    """How steps went: of one kind, or in one pair of hands."""

    title: str
    done: Count = None
    days: Days = Days()
    on_time: Share = Share()
    wait: int | None = None
    """Percentage of all waiting in the selected cases."""


@dataclass(frozen=True)
class StepWork(Work):
    theme: str = ""
    node: str = ""


@dataclass(frozen=True)
class PartnerWork(Work):
    """`holder` is gemeente, politie, om or anders; `code` is that of the organisation."""

    holder: str = ""
    code: str = ""


@dataclass(frozen=True)
class Throughput:
    """`selected` is the chosen gemeente, or the whole region; steps and holders are its own."""

    since: datetime
    until: datetime
    region: Flow
    selected: Flow
    gemeenten: tuple[Flow, ...]
    steps: tuple[StepWork, ...]
    holders: tuple[PartnerWork, ...]
    partners: tuple[PartnerWork, ...]

    @property
    def last_moment(self) -> datetime:
        """`until` itself is outside the period."""
        return self.until - timedelta(microseconds=1)

    def gemeente(self, code: str) -> Flow | None:
        return next((one for one in self.gemeenten if one.code == code), None)

    @property
    def is_empty(self) -> bool:
        counts = (self.selected.opened, self.selected.in_hand, self.selected.closed)
        return not self.steps and all(one is None for one in counts)
