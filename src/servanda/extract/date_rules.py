"""The forms that expressions of time take in English prose.

A rule is a pattern over classes of tokens (date_tokens.py) and the reader of its parts
(date_reading.py). Of several that fit, find_dates takes the longest, then the one that stands first here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import msgspec

from servanda.extract import date_reading as read
from servanda.extract.date_tokens import compile_pattern

Reader = Callable[[read.Parts], read.Reading | None]


class Rule(msgspec.Struct, frozen=True):
    """A pattern over classes, and what it says; the reader gives None where the calendar forbids it."""

    pattern: re.Pattern[str]
    read: Reader


@cache
def rules() -> tuple[Rule, ...]:
    """All rules, in order of preference."""
    return tuple(
        Rule(compile_pattern(pattern), reader) for reader, patterns in _FORMS for pattern in patterns
    )


# A figure before a unit or a plural counts things ("in 2000 villages").
_NO_COUNT = "(?!<unit|plural>)"
_UNNUMBERED = "(?<!<numbered>)(?<!<numbered><dot>)"
_WEEKDAY = "(?:(?:<weekday>|<weekday_abbr><dot>?)<comma>?<the>?)?"
_WEEKDAY_TOLD = "(?:(?:(?P<w><weekday>)|<weekday_abbr><dot>?)<comma>?<the>?)?"
_TO = "<dash|to|slash>"
_JOINT = "(?P<joint><dash|to|slash|and>)<the>?"
_MORE_DAYS = "(?P<more>(?:<comma><day|ordinal_day>){0,5})<comma>?"
_VAGUE = (
    "(?:<vague_part><dash>?<in>?<of>?<the>?|<earlier><in>?<the>?|<ordinal_word|last><half|week_word><of>)"
)
_GIVEN_YEAR = f"(?:<comma|dash>|(?P<bracket><open>))?<of>?(?P<year><year>)(?(bracket)<close>){_NO_COUNT}"
_COUNTED_YEAR = (
    "<comma>?<of>?<the>?(?P<which><this|next|last>)<year_word>|<of>(?P<this_year><the>)<year_word>"
    "|<comma>?<of>?<the>?(?P<same_year><same|that>)<year_word>"
)
_YEAR = f"(?:{_GIVEN_YEAR}|{_COUNTED_YEAR})"
_YEAR_1 = "(?:<comma>?(?P<year1><year>))?"
_BRACKETED_DAY = "(?:<open>(?P<d><day|ordinal_day>)<close>{1,2})?"
# "Today's challenges" are those of our time, "today's meeting" was today.
_NO_ATTRIBUTE = "(?!<possessive>(?!<dated_thing>))"
_LONG_UNIT = "(?P<unit><week_word|month_word|year_word>)(?!<dash|of>)"
_UNIT = "(?P<unit><day_word|week_word|month_word|year_word|decade_word>)"
_COUNT = "(?P<n><number_word|day|two_digits|some>)"


def _month(group: str) -> str:
    return f"(?P<{group}><month>|<month_abbr><dot>?)"


def _day(group: str) -> str:
    return f"(?P<{group}><day|ordinal_day>)"


_FORMS: tuple[tuple[Reader, tuple[str, ...]], ...] = (
    (read.read_numeric, ("(?P<date><numeric_date>)",)),
    (read.read_day, (
        f"{_UNNUMBERED}{_WEEKDAY_TOLD}{_month('m')}<the>?{_day('d')}{_YEAR}?",
        f"{_UNNUMBERED}{_WEEKDAY_TOLD}{_day('d')}<of|dash>?{_month('m')}{_YEAR}?",
    )),
    (read.read_days, (
        f"{_WEEKDAY}{_month('m1')}<the>?{_day('d1')}{_YEAR_1}{_MORE_DAYS}{_JOINT}{_WEEKDAY}(?:{_month('m2')}<the>?)?"
        f"{_day('d2')}{_NO_COUNT}{_YEAR}?",
        f"{_UNNUMBERED}{_WEEKDAY}{_day('d1')}(?:<of>?{_month('m1')}{_YEAR_1})?{_MORE_DAYS}{_JOINT}{_WEEKDAY}"
        f"{_day('d2')}<of>?{_month('m2')}{_YEAR}?",
    )),
    # Without a day or year the name of a month may be a verb or a person: its neighbours have to tell.
    (read.read_month, (
        f"{_VAGUE}?{_month('m')}{_YEAR}",
        "(?<=<in>)(?P<m><month>)(?!<past>)",
        "(?<=<since|from|to|for|between>)(?P<m><month>)(?!<past|capital>)",
        f"{_VAGUE}(?P<m><month>)(?!<past|capital>)",
        "(?<=<month_word><of>)(?P<m><month>)",
        "(?<=<the>)(?P<m><month>)(?=<dated_thing>)",
    )),
    (read.read_months, (
        f"{_month('m1')}{_YEAR_1}{_JOINT}{_month('m2')}{_YEAR}",
        f"(?<=<in|from|between|for|since>)(?P<m1><month>){_JOINT}(?P<m2><month>)(?!<past|capital>)",
    )),
    (read.read_named_month, ("(?P<which><this|next|last>)(?P<m><month>)(?!<past>)",)),
    (read.read_part, (
        f"{_VAGUE}?(?P<which_part><ordinal_word|last>)(?P<part><quarter|half>){_YEAR}",
        f"{_VAGUE}?(?P<which_part><ordinal_word>)(?P<part><quarter>)(?!<of>)",
        f"(?P<part><quarter_code>){_YEAR}?",
        f"{_VAGUE}?(?P<part><season>){_YEAR}",
    )),
    (read.read_named_season, ("(?P<which><this|next|last>)(?P<part><season>)",)),
    (read.read_bare_season, (
        "(?<=<in><the>)(?P<part><season>)(?!<of|dash|dated_thing>)",
        "(?<=<since><the>)(?P<since>(?P<part><season>))(?!<of|dash|dated_thing>)",
    )),
    (read.read_years, (
        f"{_VAGUE}?(?<!<dash|slash>)(?P<year1><year>){_TO}(?P<year2><year>){_NO_COUNT}(?!<dash|slash><day|two_digits|year>)",
        "(?<!<dash|slash>)(?P<year1><year>)<dash|slash>(?P<short><day|two_digits>)"
        "(?!<unit|plural|month|month_abbr>|<dash|slash><day|two_digits|year>)",
        f"(?<=<between>)(?P<year1><year>)<and>(?P<year2><year>){_NO_COUNT}",
    )),
    (read.read_decade, (f"{_VAGUE}?(?P<decade><decade>)",)),
    # A bare year: after a preposition, in brackets, in a list of years, or as part of a name.
    (read.read_year, (
        f"{_VAGUE}(?P<year><year>){_NO_COUNT}",
        f"(?<=<in|since|from|year_word|between|fy>)(?P<year><year>){_NO_COUNT}",
        "(?<=<of|for|to>)(?P<year><year>)(?!<unit|plural|capital>)",
        "(?<=<open>)(?P<year><year>)(?=<close|comma>)",
        "(?<=<comma>)(?P<year><year>)(?=<close>)",
        f"(?<=<year><and>)(?P<year><year>){_NO_COUNT}",
        "(?<=<year><comma>)(?P<year><year>)(?=<close|comma|and|dot>)",
        "(?<=<the|its|possessive>)(?P<year><year>)(?=<capital>|<word>?<dated_thing>)",
        f"(?<=<capital|dated_thing|day_word>)(?P<recent>(?P<year><year>)){_NO_COUNT}",
        f"(?<=<capital|dated_thing><dash>)(?P<recent>(?P<year><year>)){_NO_COUNT}",
    )),
    (read.read_today, (
        f"<earlier>?(?P<when><today|yesterday|tomorrow>)<part_of_day>?{_BRACKETED_DAY}<part_of_day>?{_NO_ATTRIBUTE}",
        f"<earlier>?(?P<when><this|last>)<part_of_day>{_BRACKETED_DAY}",
        "<the><day_word>(?P<beyond><since>)(?P<when><yesterday|tomorrow>)",
    )),
    (read.read_weekday, (
        "(?<!<weekday_name|every>)(?P<which><this|next|last>)?(?P<w><weekday>)(?!<weekday_name>)<part_of_day>?",
    )),
    (read.read_day_number, (
        f"(?<=<on><the>){_day('d')}(?:<part_of_day>|(?=<comma|dot|close|stop>)(?!<comma><ordinal_day>))",
    )),
    (read.read_days_of_month, (
        f"(?<=<the>)(?:{_day('d1')}{_MORE_DAYS}{_JOINT})?{_day('d2')}<of><this><month_word>",
    )),
    (read.read_same, (
        "<earlier><in|on>?<the|that>(?P<unit><day_word|part_of_day>)",
        "<the>?<same>(?P<unit><day_word|part_of_day|month_word|year_word>)",
        "<earlier>?<in>?<that>(?P<unit><month_word|year_word>)",
    )),
    (read.read_within_month, ("<earlier><in><the><month_word>(?!<dash|of>)",)),
    (read.read_unit, (
        f"{_VAGUE}?(?P<which><this|next|last>)<fiscal>?{_LONG_UNIT}",
        f"(?:<vague_part><of>|<earlier><in>)<the>{_LONG_UNIT}",
        "(?P<unit><year_word>)<dash><vague_part>",
    )),
    (read.read_duration, (
        f"(?P<which><next|last|past>){_COUNT}?{_UNIT}",
        f"<within>(?:<the>?<next>)?(?P<n><number_word|day|two_digits|a>){_UNIT}",
    )),
    (read.read_years_ago_today, (
        "(?P<n><number_word|day|two_digits|a>)(?P<unit><year_word>)<ago>(?P<when><today|yesterday|tomorrow>)",
    )),
    (read.read_ago, (f"(?P<n><number_word|day|two_digits|a>){_UNIT}<ago>",)),
)  # fmt: skip
