"""A gemeente that has not accepted the formule yet: no case begins, and nothing typed is lost."""

from config.demo import answers
from partners.models import Organisation
from tests.journeys.company import Company

ADDRESS = "/melden/hennep"
TYPED = "Een lampenwinkel zonder klanten."


def test_the_report_says_who_has_to_accept_and_keeps_what_was_typed(company: Company) -> None:
    """Of the same police unit: Oss accepted, Eindhoven in another region did not."""
    eindhoven = Organisation.objects.get(code="GM0772").pk
    form = company.police.opens(ADDRESS).form("submission")
    given = answers.signal() | {"observation": TYPED}

    refused = company.police.posts(ADDRESS, form.filled(given | {"lead": eindhoven}), status=422)
    assert "Eindhoven heeft de formule voor Hennepteelt nog niet aanvaard" in refused.text
    assert TYPED in refused.html

    again = company.police.posts(ADDRESS, form.filled(given))
    assert again.address.startswith("/zaken/")
