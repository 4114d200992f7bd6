"""The labels of generated parts, by key; their translations are in the gettext catalogues.

The module is long because it is one list of labels.
"""

from types import MappingProxyType

from .messages import Message, msg, pmsg

LABELS = MappingProxyType(
    {
        "feminine": msg("Feminine form"),
        "reports-to": msg("Reports to"),
        "reports": msg("Direct reports"),
        "mentor": msg("Mentor"),
        "mentees": msg("Mentors"),
        "dotted": msg("Dotted line"),
        "deputies": msg("Deputy"),
        "holders": msg("Held by"),
        "first": msg("first contact"),
        "origin": msg("Origin"),
        "source-title": msg("In the source article"),
        "cadence": msg("How often"),
        "accountable": msg("Accountable for the outcome"),
        "responsible": msg("Does the work"),
        "consulted": msg("Consulted before a decision"),
        "informed": msg("Informed afterwards"),
        "decides": msg("Decides"),
        "proposes": msg("Proposes"),
        "consents": msg("Must agree"),
        "within": msg("Within"),
        "decision": msg("Decision or document"),
        "decided-here": msg("What is decided, and by whom"),
        "decisions.csv": msg("a row for each decision: who decides, who proposes and who must agree"),
        "measure": msg("Measure"),
        "owner": msg("Worked out by"),
        "used-on": msg("Used by"),
        "higher": msg("higher is better"),
        "lower": msg("lower is better"),
        "measures.csv": msg("a row for each measure: its formula, its unit, who works it out and who uses it"),
        "meetings.csv": msg("a row for each meeting and deadline: when it comes round, who leads and who attends"),
        "when": msg("When"),
        "what": msg("What"),
        "led-by": msg("Led by"),
        "with": msg("With"),
        "done-by": msg("Done by"),
        "goes-to": msg("Goes to"),
        "led-or-done": msg("Led or done by"),
        "with-or-to": msg("With, or goes to"),
        "brings": msg("To bring"),
        "comes-out": msg("Outcome"),
        "search-found": msg("Found: {number}."),
        "search-nothing": msg("Nothing was found for “{query}”."),
        "search-instead": msg("Searched for “{word}” instead of “{typed}”."),
        "search-also": msg("also"),
        "search-help": msg("Look here, or ask whoever maintains the handbook:"),
        "search-report": msg("Report that this answer is missing"),
        "search-near": msg("Similar names:"),
        "type-question": msg("Type what you need:"),
        "question-example": msg("for example: the buyer wants a discount"),
        "find-answer": msg("Find the answer"),
        "type-name": msg("Type a word or a name:"),
        "org-picture": msg("Who reports to whom"),
        "exchange-map": msg("What sales and marketing exchange"),
        "neighbourhood": msg("{role} and who they work with"),
        "map-caption": msg(
            "Sales is on the left, marketing on the right. Point at a role or press Tab to see it "
            "alone; tap it to open its page."
        ),
        "year-caption": msg(
            "A square is a responsibility, a dot an exchange. Filled is sales, hollow marketing, grey"
            " both teams. Each row links to its list."
        ),
        "year": msg("What is done how often"),
        "section-link": msg("Link to this section"),
        "handbook.json": msg(
            "roles, responsibilities, exchanges, decisions, measures, meetings, questions and the glossary, in both"
            " languages"
        ),
        "handbook.schema.json": msg("a description of the form of that file"),
        "raci.csv": msg("a row for each responsibility and a column for each role, with the letters A, R, C and I"),
        "roles.csv": msg("roles with titles, manager, deputies and the number of duties by letter"),
        "all": msg("all"),
        "show-only": msg("Show only"),
        "show": msg("Show"),
        "beside": msg("Side by side"),
        "my-role": msg("My role"),
        "my-page": msg("The page of my role"),
        "my-first-days": msg("My first 30 days"),
        "every-role": msg("all roles"),
        "overload": msg("too much"),
        "advice": msg(
            "{role} is accountable for {limit} or more outcomes. In a small firm that is normal, yet "
            "too much for one person. Hand over first what someone else already does:"
        ),
        "does-too": msg("and does it"),
        "helps": msg("Outside help"),
        "gives": msg("Gives"),
        "gets": msg("Gets"),
        "record": msg("Record"),
        "with-other": msg("With the other team: {team}"),
        "with-own": msg("In their own team: {team}"),
        "responsibility": msg("Responsibility"),
        "role": msg("Role"),
        "question": msg("Question"),
        "whom": msg("Whom to ask"),
        "where": msg("Where to read more"),
        "between-teams": msg("Between sales and marketing"),
        "inside": msg("Inside the team: {team}"),
        "passes": msg("What is exchanged"),
        "rhythm": msg("Rhythm"),
        "another-script": msg("In another script"),
        "see": msg("see"),
        "also": msg("also"),
        "duties": msg("Responsibilities"),
        "exchanges": msg("Exchanges"),
        "mentioned-in": msg("Where it is mentioned"),
        "form-title": msg("Title in lists and in the window"),
        "form-title_f": msg("Feminine form of the title"),
        "form-source_title": msg("Title in the source article"),
        "form-description": msg("Description in one sentence"),
        "form-aliases": msg("Other names, one a line"),
        "form-plain": msg("Names that do not become links here, one a line"),
        "form-body": msg("Text"),
        "form-hint": msg(
            "A line <!-- handbook/… --> is replaced with a generated part, and {{ #… }} is the target of links. "
            "Leave both as they are."
        ),
        "role-pages": msg("Roles"),
        "responsibility-pages": msg("Responsibilities"),
        "guide-pages": msg("Guides"),
        "proposal": msg("Who does what, the measures and the rhythm are a proposal: {link}."),
        "adapt": msg("adapt them to your firm"),
        "about-page": msg("About this page"),
        "looked-after": msg("Maintained by"),
        "changed": msg("Text last changed"),
        "wrong": msg("Is something wrong here?"),
        "wrong-title": msg("{page}: something is wrong"),
        "says": msg("What it says"),
        "should": msg("What it should say"),
        "by-mail": msg("By email: {name}"),
        "overdue": msg("For editors: this page was due for review on"),
        "review": msg("Read it again. If it is still right, change its line in {file} to:"),
        "change-facts": msg("Change: {what}"),
        "change-facts-in": msg("Change: {what} (file {file})"),
        "page": msg("Page"),
        "book-contents": msg("Contents"),
        "book-index": msg("Index"),
        "book-report": msg("If something is wrong in this book, report it at {address}."),
        "book-tell": msg("If something is wrong in this book, tell whoever maintains the handbook."),
        "book-changes": msg("What has changed"),
        "book-numbers": msg("The number after an arrow is the page to turn to."),
        "book-version": msg("Edition {version}"),
        "book-day": msg("Text of {day}"),
        "sheet-code": msg("QR code of this page"),
        "take-along": msg("Take it along"),
        "sheet": msg("PDF, {paper}"),
        "to-confirm": msg("To confirm"),
        "seeds": msg("Not confirmed yet"),
        "waivers": msg("Waived"),
        "status-sum": msg(
            "Pages and data files: {pages}. Sections: {sections}. Confirmed by reading: {confirmed}, "
            "not confirmed yet: {seeds}, kept without a new translation: {keeps}, waived: {waivers}."
        ),
        "all-in-step": msg("All sections are in step."),
        "differ-title": msg("The two languages differ here"),
        "untranslated-title": msg("Not translated yet"),
        "unread-title": msg("This page is not shown"),
        "behind-text": msg("The {language} version of this page is newer in the sections: {sections}."),
        "waived-text": msg("We know about it and leave it for now: {reasons}"),
        "beginning": msg("the beginning"),
        "only-elsewhere": msg("This page exists {in_language} only for now."),
        "read-elsewhere": msg("Read it {in_language}"),
        "todo": msg("Still to write: {what}"),
        "not-named": msg("not decided yet"),
        "lost-title": msg("This page does not exist"),
        "lost-text": msg("It may have moved, or the address has a typing mistake. From here you can go on:"),
        "front-page": msg("The front page"),
        "ask-page": msg("Who do I ask?"),
        "a-z-page": msg("All roles and responsibilities from A to Z"),
        "moved-title": msg("This page has a new address"),
        "moved-text": msg("This page is now here: {link}."),
        "preview-halted": msg("The preview does not follow changes until this is fixed."),
        "found-here": msg("Findings on this page: {count}"),
        "found-nowhere": msg("Findings outside the pages: {count}"),
        "error": msg("error"),
        "warning": msg("warning"),
        "key": msg(
            "{a} accountable for the outcome (exactly one role), {r} does the work, {c} consulted before a "
            "decision, {i} informed afterwards; {ar} both."
        ),
        "owes": msg("{language} is behind"),
    }
)

UNTITLED = MappingProxyType(
    {
        "role": pmsg("untitled role", "{name}"),
        "responsibility": pmsg("untitled responsibility", "{name}"),
        "guide": pmsg("untitled guide", "{name}"),
    }
)
"""The title of a page that has none; `name` is its id as words."""

GIVE_A_TITLE = msg("The title of the page, in the heading above this line.")

LETTERS = MappingProxyType(
    {"accountable": msg("A"), "responsible": msg("R"), "consulted": msg("C"), "informed": msg("I")}
)

FREQUENCY = MappingProxyType(
    {
        "daily": msg("daily"),
        "weekly": msg("weekly"),
        "fortnightly": msg("fortnightly"),
        "monthly": msg("monthly"),
        "quarterly": msg("quarterly"),
        "yearly": msg("yearly"),
        "on-event": msg("as needed"),
    }
)

ON_WEEKDAYS = MappingProxyType(
    {
        "monday": msg("Mondays"),
        "tuesday": msg("Tuesdays"),
        "wednesday": msg("Wednesdays"),
        "thursday": msg("Thursdays"),
        "friday": msg("Fridays"),
        "saturday": msg("Saturdays"),
        "sunday": msg("Sundays"),
    }
)

NTH: dict[int | str, Message] = {
    1: msg("first"),
    2: msg("second"),
    3: msg("third"),
    4: msg("fourth"),
    5: msg("fifth"),
    "last": msg("last"),
}
FEMININE_NTH: dict[int | str, Message] = {
    1: pmsg("feminine", "first"),
    2: pmsg("feminine", "second"),
    3: pmsg("feminine", "third"),
    4: pmsg("feminine", "fourth"),
    "last": pmsg("feminine", "last"),
}

NTH_WEEKDAY = MappingProxyType(
    {
        "monday": (msg("the {nth} Monday"), NTH),
        "tuesday": (msg("the {nth} Tuesday"), NTH),
        "wednesday": (msg("the {nth} Wednesday"), FEMININE_NTH),
        "thursday": (msg("the {nth} Thursday"), NTH),
        "friday": (msg("the {nth} Friday"), NTH),
        "saturday": (msg("the {nth} Saturday"), FEMININE_NTH),
        "sunday": (msg("the {nth} Sunday"), FEMININE_NTH),
    }
)
"""Each weekday of a month, with the words for its number, which agree with it where languages have genders."""

MONTHS = (
    msg("January"),
    msg("February"),
    msg("March"),
    msg("April"),
    msg("May"),
    msg("June"),
    msg("July"),
    msg("August"),
    msg("September"),
    msg("October"),
    msg("November"),
    msg("December"),
)

ORIGIN = MappingProxyType({"seed": msg("from the source article"), "added": msg("our addition")})

FACTS = MappingProxyType(
    {
        "roles": msg("roles"),
        "responsibilities": msg("responsibilities"),
        "exchanges": msg("exchanges"),
        "decisions": msg("decisions"),
        "measures": msg("measures"),
        "meetings": msg("meetings and deadlines"),
        "questions": msg("questions"),
    }
)
"""The content of each file of `facts/`, for use inside a sentence."""
