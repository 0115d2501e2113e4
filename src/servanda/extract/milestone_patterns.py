"""The words that tell an anniversary or a rank of a relationship."""

from __future__ import annotations

import re

_WORD_NUMBER = r"[a-z]+(?:[ -][a-z]+)?"
_TIES = r"(?:relations?|ties|relationship)"
_RELATIONS = (
    rf"(?P<relations>(?:[\w’'.]+(?:\s?[–-]\s?| )){{0,6}}?(?:diplomatic|bilateral|official)\s+{_TIES})"
)
_PARTNERSHIP = r"(?P<partnership>(?:\w+[ -]){0,5}?partnership)"
_ANYTHING = r"(?P<other>[^.,;]{3,80})"
_BETWEEN_TWO = r"(?P<other>(?:\w+\s+){0,2}?(?:relations|ties|friendship|cooperation|alliance)\b[^.,;]{0,40})"
_BEGUN = r"(?:establishment|re-establishment|founding|upgrading|elevation|opening|normali[sz]ation)"
_DECADES = (
    r"(?:a\s+)?quarter\s+(?:of\s+a\s+)?century|(?:over\s+)?half\s+a\s+century|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten)\s+decades|(?:a|one)\s+century"
)
_HUNDREDS = {
    f"{prefix}{ending}": number
    for prefix, number in {
        "cent": 100,
        "sesquicent": 150,
        "bicent": 200,
        "tercent": 300,
        "tricent": 300,
        "quatercent": 400,
        "quadricent": 400,
        "quincent": 500,
    }.items()
    for ending in ("enary", "ennial")
}
_GIFTS = {"silver": 25, "ruby": 40, "golden": 50}
"""A diamond jubilee is the 60th or the 75th, a platinum one the 70th or the 75th, and so none."""
JUBILEES = _GIFTS | _HUNDREDS
"""How many years they tell."""
_YEARS = rf"(?P<number>\d{{1,3}}|{_DECADES}|{_WORD_NUMBER}(?=\s+years?\b))(?:\s+years?)?"
_WHOSE = r"(?:(?:the|their|our)\s+)?"
_PASSED = r"(?:have\s+passed\s+|on\s+|this\s+year\s+)?"
_BETWEEN = r"(?:\s+(?:with|between)\s+[\w’', -]{2,110}?)?"
_MISSIONS = r"(?P<missions>(?:ambassadors|embassies|diplomatic\s+missions|envoys)\b)"
_BEGUN_BY_BOTH = rf"{_WHOSE}(?:{_BEGUN}\s+of\s+)?{_WHOSE}"
_MARKS = r"(?:mark|celebrat|commemorat|complet|observ)\w*"

ANNIVERSARY = re.compile(
    rf"\b(?P<number>\d{{1,3}}(?:st|nd|rd|th)?|{_WORD_NUMBER})(?:-year)?\s+(?:founding\s+|year\s+|diplomatic\s+)?"
    r"anniversary\s+(?:of|since)\s+(?:(?:the|their|its|our)\s+)?"
    rf"(?:{_BEGUN}\s+of\s+|establishing\s+)?{_WHOSE}"
    rf"(?:{_RELATIONS}|{_PARTNERSHIP}|{_ANYTHING})",
    re.IGNORECASE,
)
"""As in "the 45th anniversary of the establishment of diplomatic relations"."""
JUBILEE = re.compile(
    rf"\b(?:(?P<number>{'|'.join(_GIFTS)})\s+(?:jubilee|anniversary)|(?P<hundreds>{'|'.join(_HUNDREDS)}))\s+of\s+"
    rf"{_BEGUN_BY_BOTH}(?:{_RELATIONS}|{_PARTNERSHIP}|{_BETWEEN_TWO}|"
    r"(?P<text>(?:[\w’'–-]+\s+){0,5}?(?:treaty|agreement|convention|pact|accord|alliance)\b[^.,;]{0,40}))",
    re.IGNORECASE,
)
"""As in "the golden jubilee of diplomatic relations"."""
YEARS_OF = re.compile(
    rf"\b{_YEARS}\s+of\s+{_WHOSE}(?:establishment\s+of\s+|establishing\s+)?"
    rf"{_WHOSE}(?:{_RELATIONS}|{_PARTNERSHIP})",
    re.IGNORECASE,
)
"""As in "fifty years of diplomatic relations", "half a century of diplomatic ties"."""
YEAR_OF = re.compile(
    rf"\b(?P<number>\d{{1,3}}(?:st|nd|rd|th)|{_WORD_NUMBER})\s+year\s+of\s+"
    rf"{_BEGUN_BY_BOTH}(?:{_RELATIONS}|{_PARTNERSHIP})",
    re.IGNORECASE,
)
"""As in "the 75th year of diplomatic relations"."""
YEAR_IS = re.compile(
    rf"\b(?P<number>\d{{1,3}}(?:st|nd|rd|th))\s+of\s+{_WHOSE}(?P<relations>diplomatic\s+(?:relations|ties))",
    re.IGNORECASE,
)
"""As in "this year is the 75th of diplomatic relations"."""
YEARS_CELEBRATED = re.compile(
    rf"\b{_MARKS}\s+(?:the\s+)?{_YEARS}\s+of\s+{_WHOSE}{_BETWEEN_TWO}",
    re.IGNORECASE,
)
"""As in "celebrated 60 years of friendship and cooperation"."""
YEARS_SINCE = re.compile(
    rf"\b{_YEARS}\s+{_PASSED}(?:since|from|after)\s+"
    r"(?:[\w’'-]+\s+){0,7}?(?:establish(?:ed|ment|ing)|forg(?:ed|ing)|open(?:ed|ing)|enter(?:ed|ing)\s+into|"
    r"took\s+up|tak(?:en|ing)\s+up|exchang(?:ed|ing)|set(?:ting)?\s+up|began|begun)\s+(?:of\s+)?"
    rf"(?:(?:the|their|our|formal|full)\s+)*(?:{_RELATIONS}|{_PARTNERSHIP}|(?P<plain>{_TIES}\b)|{_MISSIONS})",
    re.IGNORECASE,
)
"""As in "50 years since the two countries established diplomatic relations"."""
YEARS_SINCE_BEGUN = re.compile(
    rf"\b{_YEARS}\s+{_PASSED}(?:since|after)\s+{_WHOSE}(?:{_RELATIONS}|{_PARTNERSHIP}|"
    rf"(?P<plain>{_TIES}))\s+(?:between\s+[^.,;]{{3,60}}?\s+)?(?:were|was|had\s+been|began|started)\b",
    re.IGNORECASE,
)
"""As in "60 years since diplomatic relations were established"."""
TURNS = re.compile(
    r"\b(?P<other>alliance|treaty|relations|friendship|partnership|diplomatic\s+ties)\b[^.;]{0,50}?\s"
    r"(?:turn(?:ed|s)|reache[ds]|complete[ds](?=\s+[\w-]+\s+years\b)|"
    r"(?:will\s+be|is|are)(?=\s+[\w-]+\s+years\s+old))\s+"
    r"(?P<number>\d{2,3}|[a-z]+(?:-[a-z]+)?)\b(?!\s*(?:%|per|billion|million))",
    re.IGNORECASE,
)
"""As in "the alliance turned 70 this year", "the partnership will be ten years old"."""
ITS_ANNIVERSARY = re.compile(
    r"\b(?:(?P<relations>(?:diplomatic|bilateral)\s+(?:relations|ties))|(?P<partnership>partnership)|"
    r"(?P<other>alliance|treaty|cooperation|relations|friendship|programme|program|dialogue))\b[^.;]{0,60}?\s"
    rf"{_MARKS}\s+(?:its|their|the)\s+(?P<number>\d{{1,3}}(?:st|nd|rd|th)?|{_WORD_NUMBER})\s+"
    r"(?:anniversary|birthday)(?!\s+of\b)",
    re.IGNORECASE,
)
"""As in "the alliance marks its 70th anniversary"."""

RAISED = re.compile(
    r"\b(?:(?:rais|elevat|upgrad|lift|promot)(?:ed|ing|es|e|s)|tak(?:en|ing)|took|mov(?:ed|ing)|elevation|upgrade)"
    r"(?:\s+[^.;]{0,80}?)?\s+to\s+"
    r"(?:a\s+|the\s+(?:level|rank|status|tier|plane)\s+of\s+(?:an?\s+)?)?[\"“']?(?:\w+\s){0,4}partnership",
    re.IGNORECASE,
)
"""As in "raised their ties to a strategic partnership", "ties were upgraded to a strategic partnership"."""
NEW_PARTNERSHIP = re.compile(
    r"\b(?:establish(?:ed|es|ment of|ing)|proclaim(?:ed|ing)|form(?:ed|ing|ation of)|set up|forged|launched|"
    r"entered into|ha(?:ve|s|d) had|first\s+[^.;]{0,50}?to\s+establish|bec(?:ame|oming)|ha(?:ve|s)\s+been)\s+"
    r"(?:a\s+|an\s+|their\s+|the\s+)?(?:\w+\s){0,3}strategic\s+partner(?:ship|s)\b",
    re.IGNORECASE,
)
"""As in "announced the establishment of a comprehensive strategic partnership"."""

_SINCE_YEAR = r"(?:in|on|since)\s+(?:[\w,]+\s+){0,3}?(?P<year>(?:19|20)\d\d)\b"
_ESTABLISHING = (
    r"(?:re-?)?(?:establish(?:ed|ment of|ing))|first\s+[^.;]{0,60}?to\s+establish|"
    r"resum(?:ed|ption of|ing)|restor(?:ed|ation of|ing)|normali[sz](?:ed|ing|ation of)|"
    r"t(?:ook|aken|aking)\s+up|enter(?:ed|ing)\s+into|opened"
)
ESTABLISHED = re.compile(
    rf"\b(?:{_ESTABLISHING}|ha(?:ve|s|d)\s+(?:had|maintained|enjoyed))\s+(?:of\s+)?"
    r"(?:(?:their|full|formal|official)\s+){0,2}"
    r"diplomatic\s+(?:relations|ties)(?:\s+(?:with|between)\s+[\w’' -]{2,100}?)?,?\s+" + _SINCE_YEAR,
    re.IGNORECASE,
)
"""As in "established diplomatic relations in 1973", "have had diplomatic relations since 5 May 1973"."""
WERE_ESTABLISHED = re.compile(
    r"\b(?:diplomatic|bilateral|official)\s+(?:relations|ties)\b"
    rf"{_BETWEEN},?\s+"
    r"(?:(?:that|which)\s+)?(?:(?:were|was|had\s+been)\s+)?(?:formally\s+|officially\s+|first\s+)?"
    r"(?:re-?)?(?:established|opened|restored|resumed|normali[sz]ed)\s+" + _SINCE_YEAR,
    re.IGNORECASE,
)
"""As in "diplomatic relations were established in 1973"."""
DATE_BACK = re.compile(
    r"\b(?:diplomatic|bilateral|official)\s+(?:relations|ties)\b"
    rf"{_BETWEEN},?\s+"
    r"(?:dat(?:e|es|ed|ing)|go|goes|went|going|stretch\w*|reach\w*)\s+(?:back\s+)?(?:to|from)\s+(?:[\w,]+\s+){0,3}?(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""As in "diplomatic relations date back to 1973"."""
YEARS_AGO = re.compile(
    rf"\b{_YEARS}\s+ago\b[^.;]{{0,80}}?\b(?:establish(?:ed|ment)|took\s+up|opened|entered\s+into)\s+"
    rf"(?:(?:the|their|our|formal|full)\s+)*(?:{_RELATIONS}|(?P<plain>{_TIES}\b)|{_MISSIONS})",
    re.IGNORECASE,
)
"""As in "Fifty years ago the two countries established relations"."""
AGAIN = re.compile(
    r"\b(?:re-?establish(?:ed|ment of|ing)|resum(?:ed|ption of)|restor(?:ed|ation of)|"
    r"normali[sz](?:ed|ation of))\s+"
    r"(?:(?:the|their|full|formal)\s+){0,2}diplomatic\s+(?:relations|ties)\b",
    re.IGNORECASE,
)
"""As in "the recent re-establishment of diplomatic relations"."""
PARTNERSHIP_OF = re.compile(
    r"\b(?:(?:comprehensive|special|enhanced|global|privileged|strategic)\s+){1,4}"
    r"(?:(?:and|defen[cs]e|security|cooperation|cooperative|global)\s+){0,3}partnership"
    rf"{_BETWEEN},?\s+"
    r"(?:(?:that|which)\s+)?(?:(?:was|has\s+been|had\s+been|we|they|both\s+sides|the\s+two\s+countries)\s+)?"
    r"(?:formally\s+|officially\s+|first\s+)?"
    r"(?:established|launched|announced|proclaimed|declared|forged|formed|set\s+up|concluded|agreed|"
    r"inaugurated|begun|initiated|entered\s+into|in\s+place|existing|in\s+force)\s+" + _SINCE_YEAR,
    re.IGNORECASE,
)
"""As in "the Comprehensive Strategic Partnership, established in 2021"."""

PARTNERS_SINCE = re.compile(
    rf"\blinked\s+{_SINCE_YEAR}\s+by\s+(?:a|an)\s+(?:\w+\s){{0,3}}strategic\s+partnership|"
    r"\b(?:launch|establishment|founding|signing|declaration|proclamation|inception)\s+of\s+(?:the\s+|their\s+)?"
    r"(?:[\w’'–-]+\s+){0,4}strategic\s+partnership\s+"
    r"(?:in|on|since)\s+(?:[\w,]+\s+){0,3}?(?P<told>(?:19|20)\d\d)\b|"
    r"\b(?:a|an|the|their|our)\s+(?:\w+\s){0,3}strategic\s+partnership\s+(?:since|dating\s+(?:from|back\s+to)|of)\s+"
    r"(?:\w+\s+){0,2}?(?P<dated>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""As in "linked since 2012 by a strategic partnership", "the launch of the strategic partnership in 2021"."""

YEAR_BEHIND = re.compile(r"[^.;\n]{0,40}?\bin (?P<year>(?:19|20)\d\d)\b")
YEAR_BEFORE = re.compile(r"\bin (?P<year>(?:19|20)\d\d)\b[^;\n]{0,80}$", re.IGNORECASE)

OF_FORCES = re.compile(
    r"\b(?:defen[cs]e|military|trade|economic|cultural|security|sister|parliamentary)\b", re.IGNORECASE
)
"""What makes "ties" others than those of the two states as such."""
PLAIN_TIES = re.compile(rf"(?:\w+[ -]){{0,2}}?{_TIES}\b", re.IGNORECASE)
