"""The generated parts, read as Markdown: each fact is written once and stands on both ends."""

from collections.abc import Callable
from dataclasses import replace as replace_fields
from pathlib import Path

import pytest

from handbook.pages.compose import compose
from handbook.pages.index import page_index
from handbook.reading.load import read

Part = Callable[..., list[str]]
FRAME = ('<div class="handbook-woven" markdown>', "</div>")
SELLER, PROMOTER = "sales/roles/seller.md", "marketing/roles/promoter.md"


@pytest.fixture
def part(smallest: Path) -> Part:
    """The lines a marker turns into, without pictures, as a reader of a page in a language gets them."""

    def lines(marker: str, path: str, language: str = "en") -> list[str]:
        threads = replace_fields(page_index(read(smallest), language), mentioned_in={})
        woven = compose(f"<!-- handbook/{marker} -->", threads, path)
        lines = (line for line in woven.splitlines() if line and line not in FRAME)
        return [line for line in lines if not line.startswith("<figure")]

    return lines


def add(smallest: Path, file: str, text: str) -> None:
    (smallest / file).write_text((smallest / file).read_text("utf-8") + text, "utf-8")


def replace(smallest: Path, file: str, old: str, new: str) -> None:
    text = (smallest / file).read_text("utf-8")
    assert old in text
    (smallest / file).write_text(text.replace(old, new), "utf-8")


def test_the_card_of_a_role(part: Part) -> None:
    assert part("card", SELLER) == [
        '<div class="handbook-card" markdown>',
        "Team",
        ":   Sales",
        "Reports to",
        ":   The owner",
        "Direct reports",
        ":   [Promoter](../../marketing/roles/promoter.md)",
        "Deputy",
        ":   [Promoter](../../marketing/roles/promoter.md)",
        "Horizon",
        ":   short: today, tomorrow, very soon",
        "Origin",
        ":   from the source article",
        "Who does what, the measures and the rhythm are a proposal: adapt them to your firm.",
    ]


def test_the_serbian_card_has_both_forms_and_the_article_s_wording(part: Part) -> None:
    card = part("card", PROMOTER, "sr")
    assert card[1:3] == ["Женски облик", ":   Промотерка"]
    assert card[-3:-1] == ["У изворном чланку", ":   „Стари назив“"]
    assert ":   наш додатак" in card


def test_mentors_dotted_lines_groups_and_phrases_stand_on_the_card(part: Part, smallest: Path) -> None:
    add(
        smallest,
        "facts/roles.yml",
        "  mentor: seller\n  deputies_phrase: {sr: неко, en: an agency}\n"
        "  dotted:\n    - role: seller\n      purpose: {sr: за сајам, en: for fairs}\n"
        "  group: crew\n",
    )
    replace(
        smallest,
        "facts/teams.yml",
        "    title: {sr: Маркетинг, en: Marketing}\n",
        "    title: {sr: Маркетинг, en: Marketing}\n    groups: {crew: {sr: Екипа, en: Crew}}\n",
    )
    card = part("card", PROMOTER)
    assert ":   Marketing (crew)" in card
    assert card[card.index("Mentor") + 1] == ":   [Seller](../../sales/roles/seller.md)"
    assert card[card.index("Dotted line") + 1] == (":   [Seller](../../sales/roles/seller.md) (for fairs)")
    assert card[card.index("Deputy") + 1] == ":   an agency"
    seller = part("card", SELLER)
    assert seller[seller.index("Mentors") + 1] == (":   [Promoter](../../marketing/roles/promoter.md)")
    assert seller[seller.index("Dotted line") + 1] == (":   [Promoter](../../marketing/roles/promoter.md) (for fairs)")


def test_holders_stand_on_the_card_the_first_one_first(part: Part, smallest: Path) -> None:
    (smallest / "facts/people.yml").write_text(
        "mira: {name: Мира Илић, roles: [seller], phone: 011 123}\n"
        "ana: {name: Ана Петровић, roles: [seller], first_for: [seller], email: ana@example.com}\n"
    )
    card = part("card", SELLER)
    assert card[card.index("Held by") + 1] == (":   Ана Петровић (first contact), ana@example.com; Мира Илић, 011 123")


def test_the_card_of_a_responsibility(part: Part) -> None:
    card = part("card", "sales/responsibilities/selling.md")
    assert card[1:7] == [
        "Team",
        ":   Sales",
        "Accountable for the outcome",
        ":   [Seller](../roles/seller.md)",
        "How often",
        ":   daily",
    ]


def test_a_role_lists_its_duties_by_part(part: Part, smallest: Path) -> None:
    replace(smallest, "facts/responsibilities.yml", "responsible: [promoter]", "responsible: [promoter, seller]")
    replace(smallest, "facts/responsibilities.yml", "  informed: [seller]\n", "")
    assert part("responsibilities", SELLER) == [
        "**Accountable for the outcome**",
        "- [Sell goods](../responsibilities/selling.md) (and does it)",
        "**Does the work**",
        "- [Promote goods](../../marketing/responsibilities/promoting.md)",
    ]


def test_a_role_lists_what_it_is_asked_about(part: Part) -> None:
    assert part("responsibilities", PROMOTER)[-2:] == [
        "**Consulted before a decision**",
        "- [Sell goods](../../sales/responsibilities/selling.md)",
    ]


def test_a_responsibility_says_who_is_who(part: Part, smallest: Path) -> None:
    replace(smallest, "facts/teams.yml", "outside:\n", "outside:\n  it: {title: {sr: ИТ, en: IT}}\n")
    replace(
        smallest,
        "facts/responsibilities.yml",
        "  consulted: [promoter]\n",
        "  consulted: [promoter]\n  helped_by: [{party: it, does: {sr: копије, en: back-ups}}]\n",
    )
    assert part("who", "sales/responsibilities/selling.md") == [
        "- **Accountable for the outcome**: [Seller](../roles/seller.md)",
        "- **Does the work**: [Seller](../roles/seller.md)",
        "- **Consulted before a decision**: [Promoter](../../marketing/roles/promoter.md)",
        "- **Outside help**: IT (back-ups)",
    ]


def test_an_exchange_reads_right_from_both_ends(part: Part) -> None:
    assert part("works-with", PROMOTER) == [
        "**With the other team: sales**",
        "- **[Seller](../../sales/roles/seller.md)**, weekly",
        "    - Gives: leads",
        "    - Gets: answers",
        "    - Record: a note",
    ]
    assert part("works-with", SELLER, "sr") == [
        "**Са другим тимом: маркетинг**",
        "- **[Промотер](../../marketing/roles/promoter.md)**, недељно",
        "    - Даје: одговоре",
        "    - Добија: упите",
        "    - Где се бележи: белешка",
    ]


def test_the_other_team_comes_before_the_own(part: Part, smallest: Path) -> None:
    add(smallest, "facts/roles.yml", "clerk: {team: sales, reports_to: seller, horizon: short, origin: added}\n")
    add(
        smallest,
        "facts/exchanges.yml",
        "papers:\n  between: [seller, clerk]\n  gives: {sr: а, en: a}\n"
        "  gets: {sr: б, en: b}\n  rhythm: {every: [daily, on-event]}\n  record: {sr: в, en: c}\n",
    )
    heads = [line for line in part("works-with", SELLER) if line.startswith("**")]
    assert heads == ["**With the other team: marketing**", "**In their own team: sales**"]
    assert "- **clerk**, daily, as needed" in part("works-with", SELLER)
    titles = [line for line in part("exchange-table", "index.md") if line.startswith("##")]
    assert titles == [
        "## Between sales and marketing { #between-teams }",
        "## Inside the team: sales { #inside-sales }",
    ]


def test_the_raci_matrix_has_a_letter_where_a_role_has_a_part(part: Part) -> None:
    rows = [line for line in part("raci", "index.md") if line.startswith("|")]
    assert rows[:2] == [
        "| Responsibility | [Seller](sales/roles/seller.md) | [Promoter](marketing/roles/promoter.md) |",
        "| --- | :-: | :-: |",
    ]
    assert rows[2] == (
        "| [Sell goods](sales/responsibilities/selling.md) { .of-sales } "
        '| <span class="handbook-label">[Seller](sales/roles/seller.md): accountable for the outcome, '
        "does the work </span><b>AR</b> { .part-accountable .by-seller } "
        '| <span class="handbook-label">[Promoter](marketing/roles/promoter.md): consulted before a '
        "decision </span><b>C</b> { .part-consulted .by-promoter } |"
    )


def test_the_raci_matrix_of_one_team(part: Part) -> None:
    rows = [line for line in part("raci marketing", "index.md", "sr") if line.startswith("|")]
    assert len(rows) == 3
    assert rows[2].startswith("| [Промоција](marketing/responsibilities/promoting.md) { .of-marketing } |")
    assert "<b>И</b>" in rows[2]
    assert "<b>ОР</b>" in rows[2]


def test_a_matrix_can_be_narrowed_to_a_team_or_a_role_without_script(part: Part) -> None:
    (choices,) = [line for line in part("raci", "index.md") if line.startswith("<style>")]
    for key in ("of-sales", "of-marketing", "by-seller", "by-promoter"):
        assert f'href="#only-{key}"' in choices
        assert f'id="only-{key}"' in choices
        assert f"(#only-{key}:target) .handbook-raci tbody tr:not(:has(.{key}))" in choices


def test_the_load_counts_parts_and_marks_none_that_is_light(part: Part) -> None:
    assert part("load", "index.md") == [
        "| Role | A | R | C | I |",
        "| --- | --: | --: | --: | --: |",
        "| [Seller](sales/roles/seller.md) | 1 | 1 | 0 | 1 |",
        "| [Promoter](marketing/roles/promoter.md) | 1 | 1 | 1 | 0 |",
    ]


def test_an_overloaded_role_is_told_what_to_hand_over(part: Part, smallest: Path) -> None:
    duty = "duty{n}: {{team: sales, accountable: seller, responsible: [promoter], cadence: {{every: [daily]}}, origin: added}}\n"
    add(smallest, "facts/responsibilities.yml", "".join(duty.format(n=n) for n in range(4)))
    lines = part("load", "index.md")
    assert "| [Seller](sales/roles/seller.md) **too much** | 5 | 1 | 0 | 1 |" in lines
    assert "- duty0: [Promoter](marketing/roles/promoter.md)" in lines
    assert "- [Sell goods](sales/responsibilities/selling.md)" not in "".join(lines[-4:])


def test_the_org_chart_is_a_nested_list(part: Part) -> None:
    assert part("org-chart", "index.md") == [
        "- The owner",
        "    - [Seller](sales/roles/seller.md)",
        "        - [Promoter](marketing/roles/promoter.md)",
    ]


def test_a_question_names_the_role_and_the_pages(part: Part) -> None:
    assert part("ask", "index.md")[-1] == (
        "| **The buyer wants a discount**<br><small>rebate</small> "
        '| <span class="handbook-label">Whom to ask: </span>[Seller](sales/roles/seller.md) '
        '| <span class="handbook-label">Where it says so: </span>'
        "[Sell goods](sales/responsibilities/selling.md), [Seller](sales/roles/seller.md#domains) |"
    )


def test_the_questions_carry_the_letters_their_script_folds_by(part: Part) -> None:
    (frame,) = [line for line in part("ask", "index.md", "sr") if "handbook-ask" in line]
    assert "&quot;љ&quot;: &quot;lj&quot;" in frame
    assert "&quot;č&quot;: &quot;c&quot;" in frame


def test_a_question_without_a_role_gives_its_answer(part: Part, smallest: Path) -> None:
    (smallest / "facts/questions.yml").write_text(
        "new:\n  ask: {sr: Нов сам, en: I am new}\n"
        "  answer: {sr: свог руководиоца, en: your manager}\n  page: sales/roles/seller.md\n"
    )
    assert "| **I am new** |" in part("ask", "index.md")[-1]
    assert "</span>your manager |" in part("ask", "index.md")[-1]


def test_an_exchange_in_the_table_says_who_gives_what(part: Part) -> None:
    assert part("exchange-table", "index.md")[-1] == (
        "| **[Promoter](marketing/roles/promoter.md)** gives leads<br>"
        "**[Seller](sales/roles/seller.md)** gives answers "
        '| <span class="handbook-label">Rhythm: </span>weekly '
        '| <span class="handbook-label">Record: </span>a note |'
    )


def test_the_list_from_a_to_z_knows_every_name(part: Part) -> None:
    lines = part("a-z", "index.md", "sr")
    assert lines[0] == "[П](#letter-19) · [С](#letter-21) · [P](#letter-p) · [S](#letter-s)"
    assert "- **[Продавац](sales/roles/seller.md)** (продаја)" in lines
    assert "- продавац у радњи: видети [Продавац](sales/roles/seller.md)" in lines
    assert "- Продавачица: видети [Продавац](sales/roles/seller.md)" in lines


def test_the_rhythm_lists_duties_and_exchanges(part: Part) -> None:
    assert part("cadence", "index.md") == [
        "## Daily { #daily }",
        "### Responsibilities { #daily-duties }",
        "- [Sell goods](sales/responsibilities/selling.md): daily",
        "## Weekly { #weekly }",
        "### Responsibilities { #weekly-duties }",
        "- [Promote goods](marketing/responsibilities/promoting.md): weekly",
        "### Exchanges { #weekly-exchanges }",
        "- [Promoter](marketing/roles/promoter.md) ↔ [Seller](sales/roles/seller.md): weekly",
    ]


def test_the_data_files_are_linked_from_wherever_the_page_is(part: Part) -> None:
    assert part("data", "index.md", "sr")[0].startswith('- <a href="./data/handbook.json">handbook.json</a>: ')
    assert part("data", "about/index.md")[0].startswith('- <a href="../../data/handbook.json">')
    assert part("data", "about/reading.md", "sr")[0].startswith('- <a href="../../data/handbook.json">')


def test_what_no_view_knows_stays_as_the_author_wrote_it(part: Part) -> None:
    assert part("later", "index.md") == ["<!-- handbook/later -->"]


def test_a_page_ends_with_where_it_is_mentioned(smallest: Path) -> None:
    text = compose("# Seller\n", page_index(read(smallest), "en"), SELLER)
    assert text.startswith("# Seller\n")
    assert text.split("\n\n")[2:-1] == [
        "## Where it is mentioned { #mentioned-in data-search-exclude }",
        "- **Guides**: [Start](../../index.md)",
    ]


@pytest.mark.parametrize("marker", ["card", "works-with", "who"])
def test_a_page_the_facts_do_not_know_gets_nothing(part: Part, marker: str) -> None:
    assert part(marker, "sales/roles/nobody.md") == []


def test_unfinished_facts_are_previewed_as_far_as_they_go(part: Part, smallest: Path) -> None:
    replace(smallest, "facts/exchanges.yml", "[promoter, seller]", "[ghost, seller]")
    replace(smallest, "facts/roles.yml", "team: marketing", "team: nowhere")
    assert "- **ghost**, weekly" in part("works-with", SELLER)
    replace(smallest, "facts/teams.yml", "  marketing:\n    title: {sr: Маркетинг, en: Marketing}\n", "")
    replace(smallest, "facts/roles.yml", "team: nowhere", "team: marketing")
    assert ":   marketing" in part("card", PROMOTER)
    assert any("**ghost** gives" in line for line in part("exchange-table", "index.md"))
