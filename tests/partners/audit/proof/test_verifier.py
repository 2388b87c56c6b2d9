"""The verifier by itself: files in, a verdict out, and not a line of Django."""

import subprocess
import sys
from pathlib import Path

import pytest

from config.programs import ROOT
from partners.audit.proof.checkpoints import join_notes
from partners.audit.proof.notes import SigningKey, sign
from partners.audit.verifier import main
from tests.partners.audit.proof.logs import KEY, ORIGIN, Log, a_log

LOG = Log(a_log(20).lines, [5, 12, 20])
OTHER = SigningKey("another-secret-of-the-tests-and-of-nothing-else", ORIGIN)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return LOG.write(tmp_path / "log")


def say(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    status = main([str(argument) for argument in arguments])
    return status, capsys.readouterr().out


def kept_of(folder: Path, note: str) -> Path:
    path = folder.parent / "kept.txt"
    path.write_text(note)
    return path


ALONE = """
import sys
for name in ("django", "psycopg", "environ"):
    sys.modules[name] = None
from partners.audit.verifier import main
status = main(sys.argv[1:])
assert not [name for name in sys.modules if name.startswith(("django.", "config"))]
sys.exit(status)
"""


def test_it_runs_without_django_settings_or_database(folder: Path) -> None:
    for program in (["-c", ALONE], ["-m", "partners.audit.verifier"]):
        ended = subprocess.run(
            [sys.executable, *program, str(folder)],
            cwd=ROOT,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (ended.returncode, ended.stderr) == (0, "")
        assert f"KLOPT. Spoor {ORIGIN}: 20 regels" in ended.stdout


def test_manage_verifies_without_any_server(folder: Path) -> None:
    lines = (folder / "entries.jsonl").read_bytes().splitlines(keepends=True)
    for change, status in ((lambda: None, 0), (lambda: lines.pop(7), 1)):
        change()
        (folder / "entries.jsonl").write_bytes(b"".join(lines))
        ended = subprocess.run(
            [sys.executable, "manage.py", "audit", "verify", str(folder)],
            cwd=ROOT,
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ended.returncode == status
    assert "KLOPT NIET. Volgnummer 7 (regel 8 van entries.jsonl)" in ended.stdout


def test_it_says_that_a_log_alone_may_have_been_rewritten(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "niet dat het spoor nooit is herschreven" in say(capsys, folder)[1]
    kept = kept_of(folder, LOG.notes[0])
    assert "gaat verder op wat u bewaarde (1)" in say(capsys, folder, "--tegen", kept)[1]


def test_a_log_cut_off_before_a_kept_checkpoint_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut = Log(LOG.lines[:12], [5, 12]).write(tmp_path / "cut")
    assert say(capsys, cut)[0] == 0
    status, told = say(capsys, cut, "--tegen", kept_of(cut, LOG.notes[2]))
    assert status == 1
    assert "na volgnummer 11 is afgekapt" in told


def test_a_rewritten_log_is_told_by_a_kept_checkpoint(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = a_log(20, seed=2)
    before = LOG.write(tmp_path / "before")
    for start, between in ((0, "0 tot en met 4"), (8, "5 tot en met 11"), (13, "12 tot en met 19")):
        folder = Log([*LOG.lines[:start], *other.lines[start:]], [20]).write(tmp_path / str(start))
        assert say(capsys, folder)[0] == 0
        kept = kept_of(folder, join_notes(LOG.notes[:2]))
        if start < 12:
            status, told = say(capsys, folder, "--tegen", kept)
            assert (status, f"volgnummer {between}" in told) == (1, True)
        status, told = say(capsys, folder, "--tegen", before)
        assert (status, f"Volgnummer {start} " in told) == (1, True)


def test_a_log_under_a_key_of_somebody_else_is_told(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    forged = Log(LOG.lines, LOG.sizes, key=OTHER).write(tmp_path / "forged")
    assert say(capsys, forged)[0] == 0
    assert say(capsys, forged, "--sleutel", folder / "key.txt")[0] == 1
    assert say(capsys, forged, "--tegen", kept_of(folder, LOG.notes[0]))[0] == 1
    (forged / "key.txt").write_text(f"{OTHER.verifier}\n{KEY.verifier}\n")
    assert say(capsys, forged, "--sleutel", folder / "key.txt")[0] == 1


def test_a_log_whose_key_was_changed_holds_for_whoever_kept_either_key(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    handed_over = [LOG.notes[0], *(sign(one.text, [OTHER, KEY]) for one in LOG.checkpoints[1:])]
    (folder / "checkpoints.txt").write_text(join_notes(handed_over))
    (folder / "key.txt").write_text(f"{KEY.verifier}\n{OTHER.verifier}\n")
    for key in (KEY, OTHER):
        assert say(capsys, folder, "--sleutel", key.verifier)[0] == 0


@pytest.mark.parametrize("name", ["entries.jsonl", "checkpoints.txt", "key.txt"])
def test_a_file_that_is_missing_or_spoilt_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    whole = (folder / name).read_bytes()
    for content in (b"", b"\xff\xfe", b"{}\n" * 3, whole[:-20], whole + b"x"):
        (folder / name).write_bytes(content)
        assert say(capsys, folder)[0] in (1, 2)
    (folder / name).unlink()
    status, told = say(capsys, folder)
    assert status == 2
    assert name in told


def test_hashes_that_are_spoilt_are_told_and_accuse_no_entry(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hashes = (folder / "hashes.txt").read_text().splitlines(keepends=True)
    for content in ("", "".join(hashes[:-1]), "".join(reversed(hashes)), "x\n"):
        (folder / "hashes.txt").write_text(content)
        status, told = say(capsys, folder)
        assert status == 1
        assert "hashes.txt past niet bij de controlepunten; de regels zelf wel" in told


def test_what_was_kept_and_cannot_be_read_is_not_passed_over(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for content in (None, "", "nothing like a checkpoint"):
        kept = folder.parent / "kept.txt"
        kept.unlink(missing_ok=True)
        if content is not None:
            kept.write_text(content)
        assert say(capsys, folder, "--tegen", kept)[0] == 2
    assert say(capsys, folder, "--sleutel", "nonsense")[0] == 2


@pytest.mark.parametrize(
    "line",
    [
        b"[]",
        b"nothing",
        b"\xff",
        b'{"seq": 4}',
        b"[" * 100_000,
        LOG.lines[4].replace(b'"action":', b'"action":"x","action":'),
        LOG.lines[4].replace(b'"seq":4', b'"seq":4.0'),
        LOG.lines[4].replace(b'"seq":4', b'"seq":true'),
        LOG.lines[4].replace(b'"web"', b'"\\u0077eb"'),
        LOG.lines[4].replace(b'"web"', b'"\\ud800"'),
        LOG.lines[4].replace(b'"origin":"web",', b""),
        LOG.lines[4].replace(b'"origin":"web"', b'"origin":"web","other":1'),
        LOG.lines[4] + b" ",
        LOG.lines[4] + b"\r",
    ],
)
def test_a_signed_line_must_be_an_entry_in_canonical_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: bytes
) -> None:
    log = Log([*LOG.lines[:4], line, *LOG.lines[5:]], [20])
    status, told = say(capsys, log.write(tmp_path / "log"))
    assert status == 1
    assert "Volgnummer 4 (regel 5" in told
