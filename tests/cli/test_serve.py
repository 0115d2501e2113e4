"""`serve`: where it listens and under which names, by options and settings; never open without accounts."""

import pytest
import uvicorn

from servanda.ledger import Ledger


@pytest.fixture
def served(servanda, tmp_path, monkeypatch):
    """Runs `serve` with a server that only notes how it was started."""
    path = tmp_path / "desk.db"
    Ledger.open(path, create=True).close()
    started = {}
    monkeypatch.setattr(uvicorn, "run", lambda app, **how: started.update(how))

    def run(*args, **settings):
        for name, value in settings.items():
            monkeypatch.setenv(f"SERVANDA_DESK_{name.upper()}", value)
        started.clear()
        return servanda("serve", "--ledger", path, *args), dict(started)

    run.path = path
    return run


def test_alone_it_listens_on_this_machine_only(served):
    result, how = served()
    assert result.exit_code == 0, result.output
    assert (how["host"], how["port"]) == ("127.0.0.1", 8765)
    assert (how["proxy_headers"], how["server_header"]) == (False, False)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "desk.example.org"])
def test_without_accounts_it_does_not_listen_where_others_reach_it(served, host):
    result, how = served("--host", host)
    assert result.exit_code == 2
    assert "servanda accounts add" in result.stderr
    assert how == {}
    assert served(host=host)[0].exit_code == 2, "nor where the settings say so"


def test_with_an_account_it_listens_where_it_is_told(served):
    with Ledger.open(served.path) as ledger:
        ledger.accounts.create("lan", "reader", "pacta sunt servanda")
    _, how = served(host="0.0.0.0", port="9001")
    assert (how["host"], how["port"]) == ("0.0.0.0", 9001)
    _, how = served("--port", "9002")
    assert how["port"] == 9002, "an option prevails over the settings"


def test_the_password_of_the_mail_server_is_never_shown(servanda, monkeypatch):
    monkeypatch.setenv("SERVANDA_MAIL_PASSWORD", "a secret of the house")
    for args in (("settings",), ("settings", "--json")):
        shown = servanda(*args).stdout
        assert "set, not shown" in shown
        assert "secret of the house" not in shown
