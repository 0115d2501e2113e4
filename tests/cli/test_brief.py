"""`brief`: a briefing from the command line."""


def test_a_briefing_is_written_and_counted(servanda, ledger, tmp_path):
    result = servanda(
        "brief", "Portugal", "SE", "--ledger", ledger, "--out", "brief.md", "--as-of", "2021-12-31"
    )
    assert result.exit_code == 0, result.output
    text = (tmp_path / "brief.md").read_text()
    assert text.startswith("# Portugal – Sweden\n\nBriefing for Portugal, as known on 31 December 2021")
    assert "Portugal – Sweden: " in result.stderr
    assert "references written to brief.md" in result.stderr


def test_for_says_who_we_are(servanda, ledger, tmp_path):
    servanda("brief", "PT", "SE", "--for", "Sweden", "--ledger", ledger, "--out", "brief.md")
    assert "## What they owe us: Portugal to Sweden" in (tmp_path / "brief.md").read_text()


def test_an_unknown_ending_is_wrong_usage_before_anything_is_read(servanda):
    result = servanda("brief", "PT", "SE", "--ledger", "none.db", "--out", "brief.odt")
    assert result.exit_code == 2
    assert "endings are .docx, .pdf, .md, .html" in result.stderr


def test_nothing_between_two_parties_leaves_no_file(servanda, ledger, tmp_path):
    result = servanda("brief", "PT", "NO", "--ledger", ledger, "--out", "brief.pdf")
    assert result.exit_code == 1
    assert "Portugal – Norway: nothing between them stands in this ledger" in result.stderr
    assert not (tmp_path / "brief.pdf").exists()


def test_a_third_party_cannot_be_us(servanda, ledger):
    result = servanda("brief", "PT", "SE", "--for", "NO", "--ledger", ledger, "--out", "brief.md")
    assert result.exit_code == 2
    assert "write --for PT or --for SE" in result.stderr


def test_one_party_alone_is_wrong_usage(servanda, ledger):
    assert servanda("brief", "PT", "--ledger", ledger, "--out", "brief.md").exit_code == 2
