"""Who may use the desk: accounts with a role and a password, and tokens for programs.

Passwords are kept as Argon2id hashes, tokens as the hash of a secret of 256 random bits, so that who reads
the ledger's file cannot log in with what stands there.
"""

from __future__ import annotations

import re
import secrets
from datetime import UTC, timedelta
from functools import cache
from hashlib import sha256
from hmac import compare_digest
from typing import Literal, get_args

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import RowMapping, select

from servanda.errors import LedgerError, MissingError
from servanda.ledger.clock import Clock, stamp
from servanda.ledger.database import Database
from servanda.ledger.tables import accounts, tokens

Role = Literal["reader", "analyst", "editor", "administrator"]
"""Each may do all that those before it may. A reader reads; an analyst reviews facts and adds notes; an
editor also imports documents, judges what is one thing and assigns; an administrator keeps the accounts."""

Scope = Literal["read", "review", "write"]
ROLES: tuple[Role, ...] = get_args(Role)
SCOPES: tuple[Scope, ...] = get_args(Scope)
SHORTEST_PASSWORD = 12
"""NIST SP 800-63B asks for at least 8 characters, and for 15 where the password is the only factor of a
service on the open net; a desk stands in a house."""
_LONGEST_PASSWORD = 512
_NAME = re.compile(r"[\w.@+-]{1,64}")
_PREFIX = "srv_"
_HASHER = PasswordHasher()


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who may use the desk; `disabled` is when that ended."""

    name: str
    role: Role
    created: str
    disabled: str | None = None

    def may(self, role: Role) -> bool:
        """Whether the account may do what `role` may."""
        return reaches(self.role, role)


def reaches(own: Role, role: Role) -> bool:
    """Whether who has the role `own` may do what `role` may."""
    return ROLES.index(own) >= ROLES.index(role)


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """By what a program shows for whom it acts. It may do what its scopes say and the account may."""

    id: str
    account: str
    name: str
    scopes: tuple[Scope, ...]
    created: str
    expires: str
    revoked: str | None = None


class Accounts:
    """The accounts of a ledger; had from `Ledger.accounts`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database, self._clock = database, clock

    def create(self, name: str, role: Role, password: str) -> Account:
        """A new account. LedgerError where the name is taken or no name, or the password is too short."""
        if not _NAME.fullmatch(name):
            raise LedgerError(name, "is no name of an account", "use up to 64 letters, digits and . _ @ + -")
        row = {"name": name, "role": role, "password": _hashed(password), "created": stamp(self._clock)}
        with self._database.writing() as connection:
            if connection.execute(select(accounts.c.name).where(accounts.c.name == name)).first():
                raise LedgerError(name, "has an account", "choose another name, or change that account")
            connection.execute(accounts.insert().values(row))
        return self.get(name)

    def get(self, name: str) -> Account:
        """The account. LedgerError where there is none."""
        row = self._row(name)
        if row is None:
            raise MissingError(name, "has no account", "see: servanda accounts list")
        return _account(row)

    def all(self) -> list[Account]:
        """All accounts by name, the disabled ones among them."""
        with self._database.reading() as connection:
            found = connection.execute(select(accounts).order_by(accounts.c.name)).mappings().all()
        return [_account(row) for row in found]

    def change(self, name: str, *, role: Role | None = None, password: str | None = None) -> Account:
        """Gives the account another role or password."""
        self.get(name)
        row: dict[str, str] = {}
        if role is not None:
            row["role"] = role
        if password is not None:
            row["password"] = _hashed(password)
        with self._database.writing() as connection:
            if row:
                connection.execute(accounts.update().where(accounts.c.name == name).values(row))
        return self.get(name)

    def disable(self, name: str, *, again: bool = False) -> Account:
        """Shuts the account, with its tokens; `again` opens it again."""
        self.get(name)
        row = {"disabled": None if again else stamp(self._clock)}
        with self._database.writing() as connection:
            connection.execute(accounts.update().where(accounts.c.name == name).values(row))
        return self.get(name)

    def authenticate(self, name: str, password: str) -> Account | None:
        """The account, where name and password are right and it is not disabled. It takes as long for a name
        that has no account, so that the time does not tell which names have one."""
        row = self._row(name)
        right = _verified(row["password"] if row else _nobody(), password)
        if row is None or not right or row["disabled"] is not None:
            return None
        return _account(row)

    def create_token(
        self, account: str, name: str, scopes: tuple[Scope, ...], days: int
    ) -> tuple[Token, str]:
        """A token of the account for so many days, with its secret, which is shown once and kept nowhere."""
        self.get(account)
        if not scopes or set(scopes) - set(SCOPES):
            raise LedgerError(",".join(scopes), "is no set of scopes", f"choose of {', '.join(SCOPES)}")
        if not 1 <= days <= 366:
            raise LedgerError(str(days), "a token is good for 1 to 366 days", "choose so many")
        id_, secret = secrets.token_hex(8), secrets.token_urlsafe(32)
        expires = self._clock().astimezone(UTC) + timedelta(days=days)
        row = {
            "id": id_,
            "account": account,
            "name": name,
            "sha256": sha256(secret.encode()).hexdigest(),
            "scopes": " ".join(scopes),
            "created": stamp(self._clock),
            "expires": stamp(lambda: expires),
        }
        with self._database.writing() as connection:
            connection.execute(tokens.insert().values(row))
        made = next(token for token in self.tokens(account) if token.id == id_)
        return made, f"{_PREFIX}{id_}_{secret}"

    def tokens(self, account: str) -> list[Token]:
        """The tokens of the account in the order in which they were made."""
        query = select(tokens).where(tokens.c.account == account).order_by(tokens.c.created, tokens.c.id)
        with self._database.reading() as connection:
            return [_token(row) for row in connection.execute(query).mappings()]

    def revoke(self, account: str, token_id: str) -> None:
        """Ends a token of the account. LedgerError where it has none of this id."""
        with self._database.writing() as connection:
            found = connection.execute(
                tokens.update()
                .where(tokens.c.id == token_id, tokens.c.account == account, tokens.c.revoked.is_(None))
                .values(revoked=stamp(self._clock))
            )
            if found.rowcount == 0:
                raise MissingError(token_id, "is no token of this account", "see the list of tokens")

    def bearer(self, given: str) -> tuple[Account, Token] | None:
        """For whom a token acts; None where it is not good, was revoked, or its account is disabled."""
        prefix, _, rest = given.partition(_PREFIX)
        id_, _, secret = rest.partition("_")
        if prefix or not id_ or not secret:
            return None
        with self._database.reading() as connection:
            row = connection.execute(select(tokens).where(tokens.c.id == id_)).mappings().first()
        if row is None or not compare_digest(row["sha256"], sha256(secret.encode()).hexdigest()):
            return None
        account = self._row(row["account"])
        if row["revoked"] or row["expires"] <= stamp(self._clock) or account is None or account["disabled"]:
            return None
        return _account(account), _token(row)

    def _row(self, name: str) -> RowMapping | None:
        with self._database.reading() as connection:
            return connection.execute(select(accounts).where(accounts.c.name == name)).mappings().first()


def _hashed(password: str) -> str:
    if not SHORTEST_PASSWORD <= len(password) <= _LONGEST_PASSWORD:
        raise LedgerError(
            "the password", f"has to have {SHORTEST_PASSWORD} characters", "choose a longer one"
        )
    return _HASHER.hash(password)


@cache
def _nobody() -> str:
    """A hash to compare with where there is none."""
    return _HASHER.hash(secrets.token_hex())


def _verified(hashed: str, password: str) -> bool:
    try:
        return _HASHER.verify(hashed, password[: _LONGEST_PASSWORD + 1])
    except (VerificationError, InvalidHashError):
        return False


def _account(row: RowMapping) -> Account:
    return Account(name=row["name"], role=row["role"], created=row["created"], disabled=row["disabled"])


def _token(row: RowMapping) -> Token:
    return Token(
        **{k: row[k] for k in row if k not in ("sha256", "scopes")}, scopes=tuple(row["scopes"].split())
    )
