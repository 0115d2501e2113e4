"""Markets that were to be opened, and money that was promised."""

import pytest

from servanda.follow.answers import answer


def _status(earlier, later):
    found = answer(earlier, later)
    return found.status if found else None


@pytest.mark.parametrize(
    ("told", "rule", "status"),
    [
        ("has allowed imports of limes since March", "access:allow", "kept"),
        ("opened its market to mangoes", "access:open", None),
        ("discussed the imports of limes", "done:discuss", None),
    ],
)
def test_the_market_is_open_to_the_goods(desk, told, rule, status) -> None:
    promised = desk.promise("2024-05-10", "pledge", "NZ", "VN", "it would open its market to limes")
    report = desk.deed("2025-04-01", "NZ", "VN", told, rule=f"activity/{rule}")
    assert _status(promised, report) == status


def test_a_ban_that_is_lifted_on_other_goods_answers_nothing(desk) -> None:
    promised = desk.promise("2024-05-10", "pledge", "NZ", "VN", "it would lift its ban on limes")
    for goods, status in (("limes", "kept"), ("mangoes", None)):
        told = f"has lifted its ban on {goods}"
        report = desk.deed("2025-04-01", "NZ", "VN", told, rule="activity/access:lift")
        assert _status(promised, report) == status


def test_the_first_of_the_goods_have_come(desk) -> None:
    asked = desk.promise("2024-05-10", "request", "VN", "NZ", "complete the procedures for importing limes")
    came = "the first shipment of limes arrived in Auckland"
    assert _status(asked, desk.deed("2025-04-01", "VN", "NZ", came, rule="activity/lot:arrive")) == "kept"
    came = "a shipment of limes arrived in Auckland"
    assert _status(asked, desk.deed("2025-04-01", "VN", "NZ", came, rule="activity/lot:arrive")) is None


def test_money_that_was_promised_has_come(desk) -> None:
    promised = desk.promise("2024-05-10", "pledge", "KR", "LK", "100 million dollars")
    both, rule = ("KR", "LK"), "activity/money:disburse"
    told = "the loan of 100 million dollars was disbursed"
    assert _status(promised, desk.deed("2025-04-01", "", "", told, parties=both, rule=rule)) == "kept"
    told = "the loan of 100 million euros was disbursed"
    assert _status(promised, desk.deed("2025-04-01", "", "", told, parties=both, rule=rule)) is None


@pytest.mark.parametrize(("goods", "status"), [("grapes", None), ("products", "kept")])
def test_a_market_for_goods_of_any_kind_is_open_with_some(desk, goods, status) -> None:
    promised = desk.promise("2024-05-10", "pledge", "NZ", "VN", f"it would open its market to {goods}")
    told = "the opening of the market to its limes"
    report = desk.deed("2025-04-01", "NZ", "VN", told, rule="activity/access:opening")
    assert _status(promised, report) == status
