import json
import pytest
pytestmark = pytest.mark.browser
def test_shots(enter, live):
    out = live.run("/tmp/hv_places.py")
    places = json.loads(out.split("PLACES",1)[1])
    for name, login, path in places:
        person = enter(login, reduced_motion="reduce")
        person.page.goto(path)
        person.page.set_viewport_size({"width": 1280, "height": 900})
        person.page.screenshot(path=f"/tmp/hvshots/{name}.png", full_page=True, animations="disabled")
        person.page.context.close()
