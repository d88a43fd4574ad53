"""The news agencies by each printed form of their names."""

from __future__ import annotations

from tracker.text.agencies import agencies


def test_two_forms_of_one_agency_have_one_key() -> None:
    assert agencies()["AP"] == agencies()["The Associated Press"] != agencies()["AFP"]


def test_what_is_no_agency_is_not_there() -> None:
    assert "Port Elm Gazette" not in agencies()
