"""No false alarm: a thousand honest logs of any size hold, and go on from what was kept of them."""

import random
from pathlib import Path

import pytest

from partners.audit.verifier import main
from tests.partners.audit.proof.logs import Log, a_log


@pytest.mark.parametrize("hundred", range(10))
def test_a_thousand_honest_logs_hold(
    hundred: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for seed in range(hundred * 100, hundred * 100 + 100):
        chance = random.Random(seed)  # noqa: S311  the same each time
        log = a_log(chance.choice([1, 2, chance.randrange(1, 20), chance.randrange(1, 90)]), seed)
        folder = log.write(tmp_path / str(seed))
        earlier = Log(log.lines[: chance.choice(log.sizes)], log.sizes)
        kept = tmp_path / f"{seed}.txt"
        kept.write_text(chance.choice(log.notes))
        if chance.random() < 0.3:
            (folder / "hashes.txt").unlink()
        against = ["--tegen", str(kept), "--tegen", str(earlier.write(tmp_path / f"{seed}-old"))]
        key = ["--sleutel", str(folder / "key.txt")]
        assert main([str(folder), *against, *key]) == 0, capsys.readouterr().out
