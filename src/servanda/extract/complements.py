"""What a post noun governs: "of the Ministry of Defence", "to Japan", "for Trade, Industry and Tourism"."""

from __future__ import annotations

from servanda.extract.names import is_name_part, name_end, rank_leads_name
from servanda.extract.page import Page

ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "both"})
AND = frozenset({"and", "&"})
_RULING = frozenset({"ruling", "governing"})
_SEAT_REACH = 6
_NUMERALS = frozenset({"i", "ii", "iii", "iv", "v"})
_FORCES = frozenset(
    {"army", "navy", "air force", "marine", "marines", "marine corps", "coast guard", "space force"}
)
_LEADERS = frozenset({"president", "prime", "king", "chancellor", "queen", "emir", "sultan"})
_MINISTRIES = frozenset({"ministry", "department"})
_OF_PLACE = frozenset({"to", "for", "in"})
_SENT = frozenset({"accredited", "resident"})
_OF_COMPANIES = frozenset({"co", "ltd", "pvt", "inc", "corp"})
_DASHES = frozenset({"–", "-"})


def complement_end(page: Page, i: int, head: str) -> int:
    """Where the post phrase ends whose noun (by its singular, `head`) ends at `i`."""
    used: set[str] = set()
    with_organisation = _has_organisation(page, head)
    if with_organisation:
        i = _organisation(page, i)
    while i < len(page) and not _opens_name(page, i) and not _is_of_one_named(page, i):
        link = page.at(i)
        if link == "(":
            end = _bracket(page, i)
        elif link == "in" and page.at(i + 1) == "charge" and page.at(i + 2) == "of":
            end = _after_link(page, i + 2)
        elif (seat := _seat(page, i)) and used:
            end = further_states(page, _after_link(page, seat))
        elif link == "to" and page.honorific(i + 1):
            end = _superior(page, i)
        elif link in {"of", "for"} or (link not in used and _takes(page, link, head, i)):
            used.add(link)
            end = _after_link(page, i)
            end = further_states(page, end) if link in _OF_PLACE and end > i else end
        elif link in {",", "–", "-"} and (with_organisation or page.at(i + 1) in _MINISTRIES):
            end = _past_state(page, _organisation(page, i + 1))
            end = max(end, _topics(page, i + 1)) if link in _DASHES else end
        else:
            return i
        if end <= i + 1:
            return _past_town(page, i)
        i = end
    return i


def _seat(page: Page, i: int) -> int:
    """Where "to" stands in "accredited |to|", "in" in "with residence |in|"; 0 for none."""
    resides = page.at(i) == "with" and page.at(i + 1) == "residence"
    k = i + 1 + resides
    return k if (resides or page.at(i) in _SENT) and page.at(k) in _OF_PLACE else 0


def _is_of_one_named(page: Page, i: int) -> bool:
    """ "the Special Envoy |of President X|": an office without an article whose holder is named."""
    return page.at(i) == "of" and _is_of_another(page, i + 1)


def _opens_name(page: Page, i: int) -> bool:
    """As in "General Secretary |To Lam|"."""
    return page.at(i) == "to" and page.words[i].capital and page.is_word(i + 1) and page.words[i + 1].capital


def _past_town(page: Page, i: int) -> int:
    """ "Principal of the Girls' College|, Kandy| Mrs. A": past a town between post and name."""
    town = page.at(i) == "," and page.is_word(i + 1) and page.words[i + 1].capital
    other = page.head(i + 1) or page.is_modifier(i + 1) or page.honorific(i + 1)
    return i + 2 if town and not other and page.honorific(i + 2) else i


def _past_state(page: Page, i: int) -> int:
    """Past the state in "Vice Minister, Ministry of Defence|, Republic of Korea|, A"; `i` for none."""
    mention = page.words[i + 1].party if page.at(i) == "," and i + 1 < len(page) else None
    if mention is None or mention.form != "name":
        return i
    end = page.past_party(i + 1)
    return end if page.at(end) == "," else i


def _superior(page: Page, i: int) -> int:
    """ "Secretary |to Hon. Kari Lund": the end of the name; `i` where an office follows the address."""
    start = page.skip(i + 1, page.honorific)
    end = name_end(page, start)
    return end if end > start else i


def _has_organisation(page: Page, head: str) -> bool:
    """Whether the post is one whose organisation may follow with no more than a comma."""
    return page.lists.heads.get(head) not in {"state", "faith"} and head not in page.lists.heads_of_mission


def _organisation(page: Page, i: int) -> int:
    """The organisation that follows a post at once or past a comma: "Director|, Asia Division|, MOFA".

    It is told by its last word, or is an organ of a state or body; what goes on after it is no name of
    an organisation but another phrase, so that `i` is given back.
    """
    start = i + (page.at(i) == "the")
    if start >= len(page) or not page.words[start].capital or page.head(start):
        return i
    if service_before_rank(page, i) > i:
        return i
    end = noun_run(page, start)
    while end > start:
        further = _after_link(page, end) if page.at(end) == "of" and page.is_topic(end - 1) else end
        further = max(further, _joined_on(page, end))
        if further == end:
            break
        end = further
    if end == start or not _closes(page, end):
        return i
    words = page.words[start:end]
    told = words[0].party is not None and words[0].party.form in {"body", "institution"}
    acronym = len(words) == 1 and words[0].text.isupper() and len(words[0].text) > 2 and not told
    named = any(page.at(k) in page.lists.institutions for k in range(start, end)) and len(words) > 1
    if not (named or told or acronym):
        return i
    return end + (page.at(end) in _NUMERALS)


def service_before_rank(page: Page, i: int) -> int:
    """Past the force of an officer between office and rank: "the Commander, |Air Force| Gen. X"; `i` where
    none stands."""
    for end in (i + 1, i + 2):
        named = " ".join(page.at(k) for k in range(i, end)) in _FORCES
        if named and rank_leads_name(page, end):
            return end
    return i


def _closes(page: Page, i: int) -> bool:
    """Whether a mark, line or joint stands at `i`, or a name begins."""
    if i >= len(page) or page.words[i].kind in {"line", "mark"} or page.at(i) in AND:
        return True
    return page.honorific(i) > 0 or rank_leads_name(page, i) or is_name_part(page, i, first=True)


def _after_link(page: Page, i: int) -> int:
    """The end of the noun phrase after the preposition at `i`; `i` when none follows, or a day does."""
    if page.at(i + 1) in page.lists.calendar:
        return i
    end = _nouns(page, i + 1)
    return end if end > i + 1 else i


def _bracket(page: Page, i: int) -> int:
    """Past a bracket with a body's initials or the subject of a post: "(CPV)", "(Legal)"; `i` for another."""
    if page.at(i + 2) == ")" and _is_short(page.words[i + 1].text):
        return i + 3
    end = i + 1
    while end < len(page) and page.words[end].capital:
        end += 1
    subject = any(page.is_topic(k) or page.is_modifier(k) for k in range(i + 1, end))
    return end + 1 if subject and page.at(end) == ")" else i


def _is_short(word: str) -> bool:
    """As "CPV", "CoAS"."""
    return word.isupper() or (word[:1].isupper() and sum(c.isupper() for c in word) > len(word) / 2)


def _takes(page: Page, link: str, head: str, i: int) -> bool:
    """Whether the head (or, for "in", the seat named before) goes on with the preposition at `i`."""
    if link == "in" and _follows_seat(page, i):
        return True
    if link == "to" and _is_of_another(page, i + 1):
        return False
    if link == "at" and head.endswith("president"):
        mention = page.words[min(i + 2, len(page) - 1)].party if page.at(i + 1) == "the" else None
        return mention is not None and mention.form in {"body", "institution"}
    listed = page.lists.links.get(link, frozenset())
    words = head.split()
    return any(" ".join(words[k:]) in listed for k in range(len(words)))


def _is_of_another(page: Page, i: int) -> bool:
    """ "the Adviser to |President A|": an office without an article whose holder is named."""
    office = page.head(i) if page.at(i) in _LEADERS else 0
    return office > 0 and is_name_part(page, i + office, first=True)


def _follows_seat(page: Page, i: int) -> bool:
    """ "the Embassy of the UAE |in Colombo": a seat stands right before, or before its state."""
    if page.at(i - 1) in page.lists.seats:
        return True
    reach = range(max(0, i - _SEAT_REACH), i)
    return page.words[i - 1].party is not None and any(page.at(k) in page.lists.seats for k in reach)


def further_states(page: Page, i: int) -> int:
    """Past the states that are joined to the one before `i`: "to Sri Lanka |and the Maldives|"."""
    while page.at(i) in AND | {","}:
        j = i + 1
        while page.at(j) in ARTICLES | AND:
            j += 1
        mention = page.words[j].party if j < len(page) else None
        if mention is None or mention.form == "demonym":
            return i
        after = page.past_party(j)
        if page.head(after) or (after < len(page) and page.words[after].kind == "poss"):
            return i
        i = after
    return i


def _nouns(page: Page, i: int) -> int:
    """The end of the noun phrase at `i` ("the Ministry", "Foreign Affairs and Trade"); `i` for none."""
    start = i
    while page.at(i) in ARTICLES | _RULING:
        i += 1
    end = noun_run(page, i)
    if end == i:
        return start
    if page.at(start - 1) == "of" and page.at(start - 2) == "office":
        end += page.head(end)
    while (further := _joined_on(page, end)) > end:
        end = further
    return end


def noun_run(page: Page, i: int) -> int:
    """The end of the capitalised or listed words from `i`, up to where only a name can go on."""
    j = solid = i
    while j < len(page) and not _stops_run(page, j, i):
        listed = _listed_length(page, j, i, solid)
        if listed:
            j = solid = j + listed
        elif _is_loose(page, j, i):
            j += 1
        else:
            break
    return solid if solid > i else j


def _stops_run(page: Page, j: int, start: int) -> bool:
    """A line, a form of address, a rank with a name, or a city's name that opens a person's."""
    word = page.words[j]
    if word.kind == "line":
        return True
    if word.party is not None:
        return j > start and is_name_part(page, j, first=True)
    if word.kind == "initials" and j > start and _opens_person(page, j):
        return True
    surname = j > start and page.at(j) in page.lists.also_names and is_name_part(page, j, first=True)
    return word.kind == "word" and (surname or page.honorific(j) > 0 or rank_leads_name(page, j))


def _opens_person(page: Page, j: int) -> bool:
    """ "Chairman of MILCO |G.V.H. Perera|": initials with a name, and no institution's, behind them."""
    end = name_end(page, j)
    named = end > j + 1 and any(page.words[k].kind == "word" for k in range(j, end))
    return named and page.at(end) not in page.lists.institutions


def _listed_length(page: Page, j: int, start: int, solid: int) -> int:
    """How many words at `j` are a party, a possessive, a post or a topic; 0 for others."""
    word = page.words[j]
    if word.party is not None:
        surname = word.party.form == "capital" and j > solid > start
        return 0 if surname else page.past_party(j) - j
    if word.kind == "poss":
        named = _is_capital(page, j + 1) or _is_ordinal(page, j + 1) or _is_institution(page, j + 1)
        return int(j == solid > start and named)
    if word.kind != "word":
        return 0
    named = page.at(j) in page.lists.portfolio or page.at(j) in page.lists.institutions
    if head := page.head(j):
        if j > start and page.words[j - 1].kind != "poss":
            return int(named)
        return head if word.capital or page.at(j - 1) in ARTICLES else 0
    if page.is_topic(j) or page.is_modifier(j):
        return int(word.capital or (named and not word.opens))
    return 0


def _is_loose(page: Page, j: int, start: int) -> bool:
    """A capitalised word that is not listed, a number before a topic, or a mark inside a name."""
    word = page.words[j]
    if word.kind in {"word", "initials"}:
        return word.capital and not word.opens and not page.head(j)
    if word.kind == "number":
        return page.is_topic(j + 1) or (_is_ordinal(page, j) and _is_capital(page, j + 1))
    if word.text == "." and page.at(j - 1) in _OF_COMPANIES:
        return j > start
    if word.text in {"’", "'"}:
        glued = page.words[j - 1].end == word.start and page.words[j - 1].key.endswith("s")
        return j > start and glued and page.is_topic(j + 1) and page.words[j + 1].capital
    return word.text in {"-", "–", "/", "+"} and j > start and page.words[j - 1].end == word.start


def _is_capital(page: Page, j: int) -> bool:
    return j < len(page) and page.words[j].capital


def _is_institution(page: Page, j: int) -> bool:
    """As in "Türkiye's |defence industry agency|", in small letters."""
    end = j
    while page.is_word(end) and page.is_topic(end) and not page.words[end].capital:
        end += 1
    return end > j and (
        page.at(end - 1) in page.lists.institutions or page.at(end - 1) in page.lists.services
    )


def _is_ordinal(page: Page, j: int) -> bool:
    """As in "Uganda's |3rd| Infantry Division"."""
    return j < len(page) and page.words[j].kind == "number" and page.words[j].text[-1].isalpha()


def _topics(page: Page, i: int) -> int:
    """The end of the capitalised topics from `i`."""
    while page.is_word(i) and page.words[i].capital and page.is_topic(i):
        post = page.head(i) and page.at(i) not in page.lists.portfolio
        if post or rank_leads_name(page, i):
            return i
        i += 1
    return i


def _joined_on(page: Page, i: int) -> int:
    """Portfolios joined on by commas and a last "and", up to the last that no post noun follows."""
    end, j = i, i
    while page.at(j) in AND | {","}:
        joined = page.at(j) in AND or page.at(j + 1) in AND
        first = j + 1 + (page.at(j) == "," and page.at(j + 1) in AND)
        if joined and page.at(first) == "the":
            return max(end, _institution(page, first + 1), _last_topics(page, first + 1))
        last = _topics(page, first)
        if last == first or _goes_on(page, last):
            break
        j = last
        while joined and page.at(j) == "of" and noun_run(page, j + 1) > j + 1:
            j = noun_run(page, j + 1)
        if joined:
            end = j
    return end


def _last_topics(page: Page, i: int) -> int:
    """ "Minister of Health and the |Environment|": the end of a last portfolio; 0 for none."""
    end = _topics(page, i)
    return 0 if end == i or _goes_on(page, end) else end


def _goes_on(page: Page, i: int) -> bool:
    """Whether what stands at `i` makes the topics before it a part of another phrase."""
    owned = i < len(page) and page.words[i].kind == "poss"
    return page.head(i) > 0 or page.is_modifier(i) or owned


def _institution(page: Page, i: int) -> int:
    """ "and the |Ceylon Petroleum Storage Terminals Limited": the end of its name; 0 for none."""
    end = noun_run(page, i)
    named = end > i and page.at(end - 1) in page.lists.institutions
    return end if named and not page.head(i) else 0
