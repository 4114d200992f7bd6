"""The generated parts, read as plain text: each fact is written once and stands on both ends."""

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html
from lxml.etree import Comment
from markdown import markdown
from markupsafe import Markup

from handbook.model.document import Marker
from handbook.model.handbook import Handbook
from handbook.pages.compose import GeneratedBlocks
from handbook.pages.elements import paragraph
from handbook.pages.index import page_index
from handbook.pages.insert_blocks import InsertBlocks
from handbook.reading.load import read
from handbook.reading.markdown import outline
from plain import plain

Part = Callable[..., list[str]]
SELLER, PROMOTER = "sales/roles/seller.md", "marketing/roles/promoter.md"


@pytest.fixture
def part(smallest: Path) -> Part:
    """The lines a marker turns into, without pictures, as a reader of a page in a language gets them."""

    def lines(marker: str, path: str, language: str = "en") -> list[str]:
        name, _, argument = marker.partition(" ")
        page = GeneratedBlocks(page_index(read(smallest), language), path)
        return plain(page.part(Marker(name, argument or None, 1)) or ())

    return lines


def add(smallest: Path, file: str, text: str) -> None:
    (smallest / file).write_text((smallest / file).read_text("utf-8") + text, "utf-8")


def replace(smallest: Path, file: str, old: str, new: str) -> None:
    text = (smallest / file).read_text("utf-8")
    assert old in text
    (smallest / file).write_text(text.replace(old, new), "utf-8")


def test_the_card_of_a_role(part: Part) -> None:
    assert part("card", SELLER) == [
        "Reports to",
        ":   The owner",
        "Direct reports",
        ":   [Promoter](../../../marketing/roles/promoter/)",
        "Deputy",
        ":   [Promoter](../../../marketing/roles/promoter/)",
        "Origin",
        ":   from the source article",
        "Who does what, the measures and the rhythm are a proposal: adapt them to your firm.",
    ]


def _eyebrow(home: Path, path: str) -> str:
    return "".join(plain([paragraph(GeneratedBlocks(page_index(read(home), "en"), path).eyebrow())]))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (SELLER, "[Sales](../../) · role"),
        ("sales/responsibilities/selling.md", "[Sales](../../) · responsibility"),
        ("about/editing.md", ""),
    ],
)
def test_the_team_of_a_page_stands_above_its_title(example: Path, path: str, expected: str) -> None:
    assert _eyebrow(example, path) == expected


def test_the_serbian_card_has_both_forms_and_the_article_s_wording(part: Part) -> None:
    card = part("card", PROMOTER, "sr")
    assert ":   Промотерка" in card[card.index("Женски облик") :]
    assert card[-3:-1] == ["У изворном чланку", ":   „Стари назив“"]
    assert ":   наш додатак" in card


def test_a_firm_may_leave_out_what_comes_from_the_article(part: Part, smallest: Path) -> None:
    assert "Origin" in part("card", SELLER)
    replace(smallest, "mkdocs.yml", "extra:\n", "extra:\n  origins: false\n")
    assert "Origin" not in part("card", SELLER)
    assert "У изворном чланку" not in part("card", PROMOTER, "sr")


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
    assert _eyebrow(smallest, PROMOTER) == "Marketing (crew) · role"
    assert card[card.index("Mentor") + 1] == ":   [Seller](../../../sales/roles/seller/)"
    assert card[card.index("Dotted line") + 1] == (":   [Seller](../../../sales/roles/seller/) (for fairs)")
    assert card[card.index("Deputy") + 1] == ":   an agency"
    seller = part("card", SELLER)
    assert seller[seller.index("Mentors") + 1] == (":   [Promoter](../../../marketing/roles/promoter/)")
    assert seller[seller.index("Dotted line") + 1] == (":   [Promoter](../../../marketing/roles/promoter/) (for fairs)")


def test_holders_stand_on_the_card_the_first_one_first(part: Part, smallest: Path) -> None:
    (smallest / "facts/people.yml").write_text(
        "mira: {name: Мира Илић, roles: [seller], phone: 011 123}\n"
        "ana: {name: Ана Петровић, roles: [seller], first_for: [seller], email: ana@example.com}\n"
    )
    card = part("card", SELLER)
    assert card[card.index("Held by") + 1] == (
        ":   Ana Petrović (first contact), [ana@example.com](mailto:ana@example.com); Mira Ilić, [011 123](tel:011123)"
    )


def test_the_card_of_a_responsibility(part: Part) -> None:
    card = part("card", "sales/responsibilities/selling.md")
    assert card[0:4] == ["Accountable for the outcome", ":   [Seller](../../roles/seller/)", "How often", ":   daily"]


def test_a_role_lists_its_duties_by_part(part: Part, smallest: Path) -> None:
    replace(smallest, "facts/responsibilities.yml", "responsible: [promoter]", "responsible: [promoter, seller]")
    replace(smallest, "facts/responsibilities.yml", "  informed: [seller]\n", "")
    assert part("responsibilities", SELLER) == [
        "**Accountable for the outcome**",
        "- [Sell goods](../../responsibilities/selling/) <small>(and does it)</small>",
        "**Does the work**",
        "- [Promote goods](../../../marketing/responsibilities/promoting/)",
    ]


def test_a_role_lists_what_it_is_asked_about(part: Part) -> None:
    assert part("responsibilities", PROMOTER)[-2:] == [
        "Consulted before a decision · 1 …",
        "[Sell goods](../../../sales/responsibilities/selling/)",
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
        "- **Accountable for the outcome**: [Seller](../../roles/seller/)",
        "- **Does the work**: [Seller](../../roles/seller/)",
        "- **Consulted before a decision**: [Promoter](../../../marketing/roles/promoter/)",
        "- **Outside help**: IT (back-ups)",
    ]


def test_an_exchange_reads_right_from_both_ends(part: Part) -> None:
    assert part("works-with", PROMOTER) == [
        "**With the other team: sales**",
        "- **[Seller](../../../sales/roles/seller/)**, weekly",
        "    - Gives: leads",
        "    - Gets: answers",
        "    - Record: a note",
    ]
    assert part("works-with", SELLER, "sr") == [
        "**Са другим тимом: маркетинг**",
        "- **[Промотер](../../../marketing/roles/promoter/)**, недељно",
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
    assert rows[0] == (
        "| Responsibility | [Seller](sales/roles/seller/) { .by-seller } "
        "| [Promoter](marketing/roles/promoter/) { .by-promoter .handbook-edge } |"
    )
    assert rows[1] == "| Sales { .of-sales } |"
    assert rows[2] == (
        "| [Sell goods](sales/responsibilities/selling/) "
        '<span class="handbook-label"><b class="accountable">AR</b><small> accountable for the outcome, does the work: '
        '</small><span class="by-seller">[Seller](sales/roles/seller/)</span></span> { .of-sales } '
        "| <b>AR</b> { .part-accountable .by-seller } "
        '| <span class="handbook-label"><b>C</b><small> consulted before a decision: </small>'
        "[Promoter](marketing/roles/promoter/)</span><b>C</b> { .part-consulted .by-promoter .handbook-edge } |"
    )


def test_the_raci_matrix_of_one_team(part: Part) -> None:
    rows = [line for line in part("raci marketing", "index.md", "sr") if line.startswith("|")]
    assert len(rows) == 2
    assert rows[1].startswith("| [Промоција](marketing/responsibilities/promoting/) <span")
    assert "<b>И</b>" in rows[1]
    assert '<b class="accountable">ОР</b>' in rows[1]


def test_a_matrix_can_be_narrowed_to_a_team_or_a_role_without_script(part: Part) -> None:
    choices = "".join(line for line in part("raci", "index.md") if line.startswith(("<style>", "<i ", "<details")))
    for key in ("of-sales", "of-marketing", "by-seller", "by-promoter"):
        assert f'href="#only-{key}"' in choices
        assert f'id="only-{key}"' in choices
        assert f"(#only-{key}:target) .handbook-raci tbody tr:not(:has(.{key}))" in choices


def test_the_load_counts_parts_and_marks_none_that_is_light(part: Part) -> None:
    assert part("load", "index.md") == [
        "Role · 2 …",
        "| Role | A | R | C | I |",
        "| [Seller](sales/roles/seller/) | 1 | 1 | 0 | 1 |",
        "| [Promoter](marketing/roles/promoter/) | 1 | 1 | 1 | 0 |",
    ]


def test_an_overloaded_role_is_told_what_to_hand_over(part: Part, smallest: Path) -> None:
    duty = "duty{n}: {{team: sales, accountable: seller, responsible: [promoter], cadence: {{every: [daily]}}, origin: added}}\n"
    add(smallest, "facts/responsibilities.yml", "".join(duty.format(n=n) for n in range(4)))
    lines = part("load", "index.md")
    assert "| [Seller](sales/roles/seller/) **too much** | 5 | 1 | 0 | 1 |" in lines
    assert "- duty0: [Promoter](marketing/roles/promoter/)" in lines
    assert "- [Sell goods](sales/responsibilities/selling/)" not in "".join(lines[-4:])


def test_the_org_chart_is_a_nested_list(part: Part) -> None:
    assert part("org-chart", "index.md") == [
        "- The owner",
        "    - [Seller](sales/roles/seller/)",
        "        - [Promoter](marketing/roles/promoter/)",
    ]


def test_a_question_names_the_role_and_the_pages(part: Part) -> None:
    assert part("ask", "index.md")[-1] == (
        "| **The buyer wants a discount**<br><small>rebate</small> "
        "| Whom to ask: [Seller](sales/roles/seller/) "
        "| Where to read more: "
        "[Sell goods](sales/responsibilities/selling/), [Seller](sales/roles/seller/#domains) |"
    )


def test_a_question_without_a_role_gives_its_answer(part: Part, smallest: Path) -> None:
    (smallest / "facts/questions.yml").write_text(
        "new:\n  ask: {sr: Нов сам, en: I am new}\n"
        "  answer: {sr: свог руководиоца, en: your manager}\n  page: sales/roles/seller.md\n"
    )
    assert "| **I am new** |" in part("ask", "index.md")[-1]
    assert "| Whom to ask: your manager |" in part("ask", "index.md")[-1]


def test_an_exchange_in_the_table_says_who_gives_what(part: Part) -> None:
    assert part("exchange-table", "index.md")[-1] == (
        "| **[Promoter](marketing/roles/promoter/)** gives leads<br>"
        "**[Seller](sales/roles/seller/)** gives answers "
        "| Rhythm: weekly "
        "| Record: a note |"
    )


DECISIONS = """\
prices: {phrase: {sr: цене, en: the prices}, decides: owner, proposes: [seller]}
discounts:
  phrase: {sr: попусти, en: the discounts}
  decides: seller
  consents: [promoter]
  responsibility: selling
  within: prices
"""


@pytest.fixture
def decisions(smallest: Path) -> None:
    (smallest / "facts/decisions.yml").write_text(DECISIONS, "utf-8")


@pytest.mark.usefixtures("decisions")
def test_a_decision_is_on_the_page_of_its_decider_and_of_its_responsibility(part: Part) -> None:
    others = "(Must agree: [Promoter](marketing/roles/promoter/); Within: the prices)"
    assert part("decisions", SELLER)[0].startswith("- **The discounts** (Must agree: ")
    assert part("decisions", PROMOTER) == []
    heading, item = part("decisions", "sales/responsibilities/selling.md")
    assert heading == "**What is decided, and by whom**"
    assert item.startswith("- **The discounts**: [Seller](")
    assert others.partition(": ")[0] in item


@pytest.mark.usefixtures("decisions")
def test_the_table_of_decisions_has_a_row_for_each_and_a_link_for_each_team(part: Part, smallest: Path) -> None:
    text = "\n".join(part("decision-table", "index.md"))
    assert text.index("The prices") < text.index("The discounts"), "outside parties come first, then the roles"
    for team in read(smallest).facts.teams:
        assert f"#only-of-{team}" in text


def test_without_decisions_there_is_no_table(part: Part) -> None:
    assert part("decision-table", "index.md") == []


MEASURES = """\
discount:
  name: {sr: Попуст, en: Discount}
  formula: {sr: попусти / продаја, en: discounts / sales}
  unit: {sr: проценат, en: percentage}
  better: lower
  cadence: {every: [weekly]}
  owner: seller
  roles: [seller, promoter]
  responsibilities: [selling]
reach:
  name: {sr: Досег, en: Reach}
  formula: {sr: људи, en: people}
  unit: {sr: број, en: number}
  better: higher
  cadence: {every: [monthly], phrase: {sr: крајем месеца, en: at the end of the month}}
  owner: promoter
"""


@pytest.fixture
def measures(smallest: Path) -> None:
    (smallest / "facts/measures.yml").write_text(MEASURES, "utf-8")


@pytest.mark.usefixtures("measures")
@pytest.mark.parametrize("page", [SELLER, PROMOTER, "sales/responsibilities/selling.md"])
def test_a_measure_is_the_same_on_every_page_that_uses_it(part: Part, page: str) -> None:
    text = " ".join(part("measures", page))
    assert "**Discount**: discounts / sales" in text
    assert "percentage, lower is better; weekly" in text
    assert "Reach" not in text, "it is used by no page"


@pytest.mark.usefixtures("measures")
def test_the_table_of_measures_has_a_row_for_each_below_its_team_and_role(part: Part) -> None:
    text = "\n".join(part("measure-table", "index.md"))
    discount, reach = text.index("Discount"), text.index("Reach")
    assert discount < reach, "in the order of the roles that work them out"
    for user in ("roles/seller/", "roles/promoter/", "responsibilities/selling/"):
        assert user in text[discount:reach]
    assert "at the end of the month" in text[reach:]
    assert "Seller · 1" in text[:discount]
    assert "Promoter · 1" in text[discount:reach]


@pytest.mark.parametrize(("marker", "page"), [("measures", SELLER), ("measure-table", "index.md")])
def test_without_measures_nothing_is_shown(part: Part, marker: str, page: str) -> None:
    assert part(marker, page) == []


MEETINGS = """\
talk:
  kind: meeting
  name: {sr: разговор, en: Talk}
  when: {every: monthly, weekdays: [friday], week: 1}
  minutes: 30
  leads: seller
  attends: [promoter]
  brings: {sr: питања, en: questions}
  gives: {sr: одговори, en: answers}
  page: index.md
report:
  kind: deadline
  name: {sr: извештај, en: Report}
  when: {every: weekly, weekdays: [friday]}
  leads: promoter
  attends: [seller, owner]
"""


@pytest.fixture
def meetings(smallest: Path) -> None:
    (smallest / "facts/meetings.yml").write_text(MEETINGS, "utf-8")


@pytest.mark.usefixtures("meetings")
def test_a_meeting_is_on_the_page_of_each_role_with_the_others(part: Part) -> None:
    assert part("meetings", SELLER) == [
        "- **On Fridays**: Report<br><small>Done by: [Promoter](../../../marketing/roles/promoter/)</small>",
        "- **On the first Friday of the month**: [Talk](../../../), 30 minutes"
        "<br><small>With: [Promoter](../../../marketing/roles/promoter/)</small>",
    ]
    assert "To bring: questions · Outcome: answers" in part("joint-meetings", "index.md")[0]
    report, talk = part("meetings", PROMOTER)
    assert report.startswith("- **On Fridays**: Report<br><small>Goes to: [Seller](")
    assert report.endswith(", The owner</small>")
    assert "Led by: [Seller](" in talk
    assert part("meetings", PROMOTER, "sr")[1].startswith(
        "- **Првог петка у месецу**: [разговор](../../../), 30 минута"
    )


@pytest.mark.usefixtures("meetings")
def test_a_joint_meeting_is_one_of_several_teams(part: Part) -> None:
    (talk,) = part("joint-meetings", "index.md")
    assert "Led by: [Seller](sales/roles/seller/) · With: [Promoter](marketing/roles/promoter/)" in talk
    assert part("joint-meetings monthly", "index.md") == [talk]
    assert part("joint-meetings weekly", "index.md") == []


@pytest.mark.usefixtures("meetings")
def test_the_agenda_has_a_table_for_each_frequency_and_a_link_for_each_team(part: Part, smallest: Path) -> None:
    text = "\n".join(part("agenda", "index.md"))
    places = ("### Weekly { #agenda-weekly }", "Report", "### Monthly { #agenda-monthly }", "Talk")
    assert sorted(places, key=text.index) == list(places)
    for team in read(smallest).facts.teams:
        assert f"#only-of-{team}" in text


def test_without_meetings_there_is_no_agenda(part: Part) -> None:
    assert part("agenda", "index.md") == []


def test_the_list_from_a_to_z_knows_every_name(part: Part) -> None:
    lines = part("a-z", "index.md", "sr")
    assert lines[0:2] == ["[П](#letter-19) · [С](#letter-21)", "Латиницом: [P](#letter-p) · [S](#letter-s)"]
    assert "- **[Продавац](sales/roles/seller/)** (продаја)" in lines
    assert "- продавац у радњи: видети [Продавац](sales/roles/seller/)" in lines
    assert "- Продавачица: видети [Продавац](sales/roles/seller/)" in lines


def test_the_rhythm_lists_duties_and_exchanges(part: Part) -> None:
    assert part("cadence", "index.md") == [
        "## Daily { #daily }",
        "### Responsibilities { #daily-duties }",
        "- [Sell goods](sales/responsibilities/selling/): daily",
        "## Weekly { #weekly }",
        "### Responsibilities { #weekly-duties }",
        "- [Promote goods](marketing/responsibilities/promoting/): weekly",
        "### Exchanges { #weekly-exchanges }",
        "- [Promoter](marketing/roles/promoter/) ↔ [Seller](sales/roles/seller/): weekly",
    ]


def test_the_data_files_are_linked_from_wherever_the_page_is(part: Part) -> None:
    assert part("data", "index.md", "sr")[0].startswith("- [handbook.json](./data/handbook.json): ")
    assert part("data", "about/index.md")[0].startswith("- [handbook.json](../../data/handbook.json)")
    assert part("data", "about/reading.md", "sr")[0].startswith("- [handbook.json](../../data/handbook.json)")


def shown(book: Handbook, path: str, text: str) -> html.HtmlElement:
    """A page, rendered with what is generated into it."""
    blocks = InsertBlocks()
    blocks.page = GeneratedBlocks(page_index(book, "en"), path)
    return html.fragment_fromstring(
        markdown(text, extensions=["attr_list", "fenced_code", "md_in_html", "toc", blocks]), create_parent="article"
    )


def test_a_marker_of_no_part_stays_as_the_author_wrote_it(smallest: Path) -> None:
    page = shown(read(smallest), "index.md", "<!-- handbook/later -->\n")
    assert [comment.text for comment in page.iter(Comment)] == [" handbook/later "]


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("A.\n\n<!-- handbook/load -->\n\nB.\n", True),
        ("- A.\n\n    <!-- handbook/load -->\n", True),
        ("A.\n<!-- handbook/load -->\nB.\n", True),
        ('<div class="x" markdown>\n<!-- handbook/load -->\n</div>\n', True),
        ("A. <!-- handbook/load -->\n", False),
        ("    <!-- handbook/load -->\n", False),
        ("`<!-- handbook/load -->`\n", False),
        ("```\n<!-- handbook/load -->\n```\n", False),
    ],
)
def test_a_marker_alone_on_its_line_is_replaced(smallest: Path, text: str, replaced: bool) -> None:
    page = shown(read(smallest), "index.md", text)
    assert bool(page.xpath(".//div[@class='handbook-part']//table")) is replaced
    assert [marker.alone for marker in outline(text).markers] == [replaced] * len(outline(text).markers)


@pytest.mark.parametrize("blank", ["", "\n"])
def test_a_marker_inside_html_is_replaced(smallest: Path, blank: str) -> None:
    text = f'<div class="x">\n{blank}<!-- handbook/load -->\n<!-- handbook/cadence -->\n{blank}</div>\n'
    page = shown(read(smallest), "index.md", text)
    assert len(page.xpath("./div[@class='x']//table")) == 1
    assert page.xpath("./div[@class='x']/h2/@id") == ["daily", "weekly"]


def test_a_page_ends_with_where_it_is_mentioned(smallest: Path) -> None:
    for number in range(4):
        page = smallest / f"docs/en/page-{number}.md"
        page.write_text(f"# Page {number}\n\nThe seller.\n", "utf-8")
    title, woven = shown(read(smallest), SELLER, "# Seller\n")
    assert title.text == "Seller"
    (folded,) = woven
    assert (folded.tag, folded.get("id"), folded.find("summary").text) == (
        "details",
        "mentioned-in",
        "Where it is mentioned · 5",
    )
    assert "[Page 3](../../../page-3/)" in plain([Markup(html.tostring(folded.find("ul"), encoding="unicode"))])[0]


@pytest.mark.parametrize("marker", ["card", "works-with", "who"])
def test_a_page_the_facts_do_not_know_gets_nothing(part: Part, marker: str) -> None:
    assert part(marker, "sales/roles/nobody.md") == []


def test_unfinished_facts_are_previewed_as_far_as_they_go(part: Part, smallest: Path) -> None:
    replace(smallest, "facts/exchanges.yml", "[promoter, seller]", "[ghost, seller]")
    replace(smallest, "facts/roles.yml", "team: marketing", "team: nowhere")
    assert "- **ghost**, weekly" in part("works-with", SELLER)
    replace(smallest, "facts/teams.yml", "  marketing:\n    title: {sr: Маркетинг, en: Marketing}\n", "")
    replace(smallest, "facts/roles.yml", "team: nowhere", "team: marketing")
    assert _eyebrow(smallest, PROMOTER) == "marketing · role"
    assert any("**ghost** gives" in line for line in part("exchange-table", "index.md"))


def test_a_term_of_the_glossary_says_what_it_is_called_in_the_other_language(example_copy: Path) -> None:
    """Only where that differs, and on no other page."""
    for language, other, lang in (("sr", "Lead", "en"), ("en", "Упит", "sr")):
        index = page_index(read(example_copy), language)
        (below,) = GeneratedBlocks(index, "glossary.md").terms_elsewhere().items()
        assert below[0] == "lead"
        assert plain(below[1]) == [other]
        assert f'lang="{lang}"' in str(below[1][0])
        assert GeneratedBlocks(index, "ask.md").terms_elsewhere() == {}
