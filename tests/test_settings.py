"""Settings: defaults, then servanda.toml, then the environment; a name that is none is refused."""

import pytest

from servanda.errors import UsageError
from servanda.extract.parse import DEFAULT_MODEL
from servanda.settings import Settings, load_settings
from servanda.sources.limits import Limits


def limit():
    """The name of some limit and another whole number for it."""
    name, value = next((n, getattr(Limits(), n)) for n in Limits.__struct_fields__)
    return name, int(value) + 1


def test_without_file_and_environment_the_defaults_hold(tmp_path):
    assert load_settings({"HOME": "/nowhere"}, tmp_path) == Settings()


def test_the_default_model_is_the_one_that_the_extractor_would_take():
    assert Settings().model == DEFAULT_MODEL


def test_the_file_in_the_folder_sets_and_the_environment_prevails(tmp_path):
    name, value = limit()
    (tmp_path / "servanda.toml").write_text(f'ledger = "a.db"\nmodel = "m"\n[limits]\n{name} = {value}\n')
    settings = load_settings({"SERVANDA_LEDGER": "b.db"}, tmp_path)
    assert (settings.ledger, settings.model) == ("b.db", "m")
    assert getattr(settings.limits, name) == value


def test_each_setting_tells_where_its_value_comes_from(tmp_path):
    (tmp_path / "servanda.toml").write_text('model = "m"\n')
    settings = load_settings({"SERVANDA_LEDGER": "b.db"}, tmp_path)
    origins = {name: (value, where) for name, value, where in settings.items()}
    assert origins["ledger"] == ("b.db", "SERVANDA_LEDGER")
    assert origins["model"] == ("m", f"{tmp_path / 'servanda.toml'}: model")
    assert origins[f"limits.{limit()[0]}"][1] == "default"


def test_a_limit_is_set_from_the_environment_as_a_number(tmp_path):
    name, value = limit()
    settings = load_settings({f"SERVANDA_LIMITS_{name.upper()}": str(value)}, tmp_path)
    assert getattr(settings.limits, name) == value


def test_another_file_can_be_named(tmp_path):
    (tmp_path / "servanda.toml").write_text('ledger = "here.db"\n')
    (tmp_path / "other.toml").write_text('ledger = "there.db"\n')
    assert load_settings({"SERVANDA_SETTINGS": "other.toml"}, tmp_path).ledger == "there.db"


def test_a_misspelt_name_is_refused_with_the_right_one(tmp_path):
    with pytest.raises(UsageError, match=r"SERVANDA_LEGER.*did you mean SERVANDA_LEDGER\?"):
        load_settings({"SERVANDA_LEGER": "b.db"}, tmp_path)
    (tmp_path / "servanda.toml").write_text("[limits]\nzzz = 1\n")
    with pytest.raises(
        UsageError, match=r"servanda\.toml: there is no setting limits\.zzz; known are ledger"
    ):
        load_settings({}, tmp_path)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("ledger = ", "is not TOML"),
        ("ledger = 7", r"ledger: has a wrong value, 7: Expected `str`"),
        ("model = { name = 'm' }", "no setting model.name"),
        (f"model = {'[' * 50_000}", "is not TOML"),
        (f"limits.{limit()[0]} = 'many'", "has a wrong value, 'many'"),
        (f"limits.{limit()[0]} = 0", "has a wrong value, 0"),
    ],
)
def test_a_wrong_file_is_named_with_its_problem(tmp_path, content, problem):
    (tmp_path / "servanda.toml").write_text(content)
    with pytest.raises(UsageError, match=problem) as caught:
        load_settings({}, tmp_path)
    assert "servanda.toml" in str(caught.value)


def test_a_named_file_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        load_settings({"SERVANDA_SETTINGS": "gone.toml"}, tmp_path)


def test_a_file_that_is_not_text_is_an_error(tmp_path):
    (tmp_path / "servanda.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="cannot be read"):
        load_settings({}, tmp_path)


def test_settings_of_the_web_have_their_own_types(tmp_path):
    (tmp_path / "servanda.toml").write_text("[web]\ndelay = 0\n")
    settings = load_settings({"SERVANDA_WEB_PRIVATE": "true"}, tmp_path)
    assert (settings.web.delay, settings.web.private) == (0, True)
    with pytest.raises(UsageError, match="SERVANDA_WEB_MAX_SECONDS"):
        load_settings({"SERVANDA_WEB_MAX_SECONDS": "0"}, tmp_path)


def test_names_of_the_desk_come_as_a_list_or_with_commas(tmp_path):
    (tmp_path / "servanda.toml").write_text('[desk]\nnames = ["a.example", "b.example"]\nport = 9000\n')
    assert load_settings({}, tmp_path).desk.names == ("a.example", "b.example")
    given = {"SERVANDA_DESK_NAMES": "c.example, d.example", "SERVANDA_DESK_HTTPS": "true"}
    desk = load_settings(given, tmp_path).desk
    assert (desk.names, desk.https, desk.port) == (("c.example", "d.example"), True, 9000)


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "0"), ("PORT", "65536"), ("LOG", "loud"), ("SESSION_HOURS", "-1"), ("HTTPS", "perhaps")],
)
def test_a_desk_that_cannot_be_is_refused(tmp_path, name, value):
    with pytest.raises(UsageError, match=f"SERVANDA_DESK_{name}"):
        load_settings({f"SERVANDA_DESK_{name}": value}, tmp_path)


def test_bytes_of_the_environment_that_are_no_text_are_an_error(tmp_path):
    with pytest.raises(UsageError, match="SERVANDA_LIMITS_MAX_BYTES: has a wrong value"):
        load_settings({"SERVANDA_LIMITS_MAX_BYTES": "\udcff"}, tmp_path)
