"""The pages of accounts: one's own password and tokens, and what an administrator does for others."""

import re

from servanda.web.access import COOKIE

PASSWORD = "pacta sunt servanda"  # noqa: S105
OTHER = "another long password"


def test_a_reader_changes_the_password_and_goes_on_with_the_new_one(log_in):
    client = log_in("reader")
    answer = client.submit("/account", "/account/password", old=PASSWORD, new=OTHER, again=OTHER)
    assert answer.status_code == 303
    assert client.get("/entries.json").status_code == 200
    client.cookies.clear()
    assert client.submit("/login", name="reader", password=PASSWORD).status_code == 403
    assert client.submit("/login", name="reader", password=OTHER).status_code == 303


def test_a_new_password_ends_the_other_sessions(log_in):
    client = log_in("reader")
    first = client.cookies[COOKIE]
    log_in("reader")
    client.submit("/account", "/account/password", old=PASSWORD, new=OTHER, again=OTHER)
    client.cookies.clear()
    client.cookies.set(COOKIE, first)
    assert client.get("/entries.json").status_code == 401


def test_the_password_stays_where_the_old_one_is_wrong_or_the_new_ones_differ_or_are_short(log_in):
    client = log_in("reader")
    wrong = client.submit("/account", "/account/password", old="x" * 12, new=OTHER, again=OTHER)
    assert (wrong.status_code, "The old password is wrong." in wrong.text) == (422, True)
    differ = client.submit("/account", "/account/password", old=PASSWORD, new=OTHER, again=OTHER + "x")
    assert differ.status_code == 422
    short = client.submit("/account", "/account/password", old=PASSWORD, new="short", again="short")
    assert short.status_code == 422
    assert client.submit("/login", name="reader", password=PASSWORD).status_code == 303


def test_the_old_password_cannot_be_guessed_from_a_session_that_was_left_open(log_in):
    client = log_in("reader")
    tries = [
        client.submit("/account", "/account/password", old=f"guess number {n}", new=OTHER, again=OTHER)
        for n in range(11)
    ]
    assert [each.status_code for each in tries] == [422] * 10 + [429]


def test_a_token_is_shown_once_and_does_what_its_scopes_say(log_in):
    client = log_in("editor")
    answer = client.submit("/account", "/account/tokens", name="notebook", scope="review", days="7")
    secret = re.search(r'class="secret">([^<]+)<', answer.text)[1]
    assert secret.startswith("srv_")
    assert secret not in client.get("/account").text
    assert secret not in client.get("/account.json").text
    (made,) = client.get("/account.json").json()["tokens"]
    assert (made["name"], made["scopes"]) == ("notebook", ["read", "review"])
    client.cookies.clear()
    bearer = {"Authorization": f"Bearer {secret}"}
    assert client.get("/entries.json", headers=bearer).status_code == 200


def test_a_revoked_token_is_good_for_nothing(log_in, ledger):
    client = log_in("reader")
    made, secret = ledger.accounts.create_token("reader", "notebook", ("read",), days=1)
    bearer = {"Authorization": f"Bearer {secret}"}
    assert client.get("/entries.json", headers=bearer).status_code == 200
    assert client.submit("/account", f"/account/tokens/{made.id}/revoke").status_code == 303
    assert client.get("/entries.json", headers=bearer).status_code == 401


def test_nobody_revokes_the_token_of_somebody_else(log_in, ledger):
    client = log_in("reader")
    made, _ = ledger.accounts.create_token("editor", "x", ("read",), 1)
    assert client.submit("/account", f"/account/tokens/{made.id}/revoke").status_code == 404
    assert ledger.accounts.tokens("editor")[0].revoked is None


def test_a_token_makes_no_token_and_no_password(log_in, ledger):
    client = log_in("editor")
    _, secret = ledger.accounts.create_token("editor", "x", ("read", "review", "write"), 1)
    field = re.search(r'name="_csrf_token" value="([^"]+)"', client.get("/account").text)[1]
    headers = {"Authorization": f"Bearer {secret}", "x-csrftoken": field}
    made = client.post("/account/tokens", data={"name": "y", "scope": "write"}, headers=headers)
    assert made.status_code == 403
    changed = {"old": PASSWORD, "new": OTHER, "again": OTHER}
    assert client.post("/account/password", data=changed, headers=headers).status_code == 403
    assert len(ledger.accounts.tokens("editor")) == 1


def test_an_administrator_makes_changes_and_shuts_accounts(log_in, ledger):
    client = log_in("administrator")
    client.submit("/accounts", name="lan", role="analyst", password=PASSWORD)
    assert ledger.accounts.get("lan").role == "analyst"
    client.submit("/accounts", "/accounts/lan", role="editor", password="")
    assert ledger.accounts.get("lan").role == "editor"
    assert ledger.accounts.authenticate("lan", PASSWORD)
    client.submit("/accounts", "/accounts/lan/disable")
    assert ledger.accounts.authenticate("lan", PASSWORD) is None
    client.submit("/accounts", "/accounts/lan/enable")
    assert ledger.accounts.authenticate("lan", PASSWORD)


def test_an_administrator_does_not_shut_themselves_out(log_in, ledger):
    client = log_in("administrator")
    for action in ("/accounts/administrator/disable", "/accounts/administrator"):
        assert client.submit("/accounts", action, role="reader", password="").status_code == 400
    assert ledger.accounts.get("administrator").role == "administrator"


def test_what_is_no_account_is_refused_in_words(log_in):
    client = log_in("administrator")
    assert client.submit("/accounts", name="<b>", role="reader", password=PASSWORD).status_code == 422
    assert client.submit("/accounts", name="lan", role="king", password=PASSWORD).status_code == 400
    assert client.submit("/accounts", name="reader", role="reader", password=PASSWORD).status_code == 422
    assert client.submit("/accounts", "/accounts/nobody/disable").status_code == 404


def test_no_page_or_file_shows_a_password_or_its_hash(log_in):
    client = log_in("administrator")
    for address in ("/accounts", "/accounts.json", "/accounts.csv", "/account.json"):
        assert "argon2" not in client.get(address).text


def test_a_desk_of_one_person_says_how_to_share_it(desk):
    assert "works without accounts" in desk.get("/account").text
    assert "start the desk anew" in desk.get("/accounts").text
    assert desk.submit("/accounts", "/account/tokens", name="x", scope="read", days="1").status_code == 400


def test_an_editor_registers_a_webhook_and_removes_it(log_in, ledger):
    client = log_in("editor")
    answer = client.submit("/account", "/account/webhooks", url="https://1.1.1.1/told", parties="FR, Japan")
    secret = re.search(r'class="secret">([^<]+)<', answer.text)[1]
    (made,) = ledger.webhooks.all()
    assert (made.secret, made.webhook.account, made.webhook.parties) == (secret, "editor", ("FR", "JP"))
    page = client.get("/account").text
    assert "https://1.1.1.1/told" in page
    assert secret not in page
    assert client.submit("/account", f"/account/webhooks/{made.webhook.id}/remove").status_code == 303
    assert ledger.webhooks.all() == []


def test_a_webhook_that_leads_into_the_house_is_refused(log_in, ledger):
    client = log_in("editor")
    for url in ("http://127.0.0.1/", "http://[fd00::1]/", "file:///etc/passwd", ""):
        assert client.submit("/account", "/account/webhooks", url=url, parties="").status_code == 422
    assert ledger.webhooks.all() == []


def test_a_reader_is_shown_no_form_for_webhooks(log_in):
    assert "Webhooks" not in log_in("reader").get("/account").text
