"""What two mentions say together of the day when a text was signed."""

import pytest

from servanda.resolve.signing import Fit, Signing, Timing, timing, years


def coming(seen: str | None) -> Signing:
    return Signing("coming", None, seen)


def signed(date: str | None, published: str | None = None) -> Signing:
    return Signing("signed", date, date or published)


def standing(seen: str | None) -> Signing:
    return Signing("standing", None, seen)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (signed("2024-07-08"), signed("2024-07-08"), Timing(Fit.DAY, 0)),
        (signed("2024-07"), signed("2024-07-08"), Timing(Fit.MONTH, 0)),
        (signed("2024"), signed("2024-07-08"), Timing(Fit.YEAR, 0)),
        (signed("XXXX-03-26"), signed("2018-03"), Timing(Fit.MONTH, 0)),
        (signed("2024-07-08"), signed("2024-07-09"), Timing(Fit.APART, 1)),
        (coming("2018-09-14"), signed("2018-09-17"), Timing(Fit.OPEN, 3)),
        (coming("2018-09-19"), signed("2018-09-17"), Timing(Fit.OPEN, 0)),
        (coming("2019-09-17"), signed("2018-09-17"), Timing(Fit.APART, 365)),
        (coming("2019-09-17"), standing("2018-09-17"), Timing(Fit.APART, 365)),
        (signed("2016-02-29"), standing("2023-12-20"), Timing(Fit.OPEN, 2851)),
        (signed("2016-02-29"), standing("2015-12-20"), Timing(Fit.APART, 71)),
        (coming("2023-11-03"), coming("2024-04-12"), Timing(Fit.OPEN, 161)),
        (signed(None), standing(None), Timing(Fit.OPEN)),
        (coming(None), signed("2018-09-17"), Timing(Fit.OPEN)),
    ],
)
def test_timing(a: Signing, b: Signing, expected: Timing) -> None:
    assert timing(a, b) == timing(b, a) == expected


def test_years_in_which_a_signing_is_looked_for() -> None:
    assert list(years(signed("2018-09")) or ()) == [2018]
    assert list(years(coming("2018-09-14")) or ()) == [2018, 2019]
    assert list(years(standing("2018-09-14")) or ()) == [2017, 2018]
    assert years(signed("XXXX-03-26")) is None
