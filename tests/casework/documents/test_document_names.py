import pytest

from casework.documents.names import MAX_LENGTH, clean_name, suffix_of


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("rapport.pdf", "rapport.pdf"),
        ("Rapport 12.05.2026 v1.2.pdf", "Rapport 12.05.2026 v1.2.pdf"),
        ("Bevindingen café.pdf", "Bevindingen café.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("..\\..\\windows\\win.txt", "win.txt"),
        ("/etc/cron.d/taak.csv", "taak.csv"),
        ("factuur.exe.pdf", "factuur_exe.pdf"),
        ("pagina.html.php.txt", "pagina_html_php.txt"),
        ("regel\r\nSet-Cookie: a=b.pdf", "regel Set-Cookie_ a=b.pdf"),
        ("nul\x00.pdf", "nul.pdf"),
        ("foto\u202egpj.exe.png", "foto gpj_exe.png"),
        ("  .. .pdf", "pdf"),
        ("map:stroom.pdf", "map_stroom.pdf"),
        ("..", ""),
        ("", ""),
    ],
)
def test_a_name_is_made_harmless_and_stays_recognisable(sent: str, kept: str) -> None:
    assert clean_name(sent) == kept


def test_a_long_name_is_cut_and_keeps_its_ending() -> None:
    name = clean_name(f"{'a' * 400}.pdf")
    assert len(name) == MAX_LENGTH
    assert suffix_of(name) == "pdf"
    assert len(clean_name(f"a.{'b' * 400}")) <= MAX_LENGTH


@pytest.mark.parametrize(("name", "suffix"), [("A.PDF", "pdf"), ("a", ""), ("a.tar.gz", "gz")])
def test_the_ending_is_what_follows_the_last_dot(name: str, suffix: str) -> None:
    assert suffix_of(name) == suffix
