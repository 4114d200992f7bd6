"""Every word the generated parts say, in both languages: the one place to change a label, and nothing but labels."""

from types import MappingProxyType

from .messages import msg
from .phrase import Phrase


def _words(sr: str, en: str) -> Phrase:
    return Phrase(sr=sr, en=en)


LABELS = MappingProxyType(
    {
        "team": _words("Тим", "Team"),
        "feminine": _words("Женски облик", "Feminine form"),
        "reports-to": _words("Руководилац", "Reports to"),
        "reports": _words("Непосредно води", "Direct reports"),
        "mentor": _words("Ментор", "Mentor"),
        "mentees": _words("Уводи у посао", "Mentors"),
        "dotted": _words("Сарађује по задатку", "Dotted line"),
        "deputies": _words("Замена", "Deputy"),
        "horizon": _words("Поглед", "Horizon"),
        "holders": _words("Улогу носи", "Held by"),
        "first": _words("први контакт", "first contact"),
        "origin": _words("Порекло", "Origin"),
        "source-title": _words("У изворном чланку", "In the source article"),
        "cadence": _words("Колико често", "How often"),
        "accountable": _words("Одговара за исход", "Accountable for the outcome"),
        "responsible": _words("Ради", "Does the work"),
        "consulted": _words("Пита се пре одлуке", "Consulted before a decision"),
        "informed": _words("Обавештава се", "Informed afterwards"),
        "type-question": _words("Откуцајте шта Вас мучи:", "Type what you need:"),
        "org-picture": _words("Ко коме одговара", "Who reports to whom"),
        "exchange-map": _words("Шта прелази између продаје и маркетинга", "What passes between sales and marketing"),
        "neighbourhood": _words("{role} и сарадници", "{role} and who they work with"),
        "map-caption": _words(
            "Лево је продаја, десно маркетинг. Показивач или тастер Tab издваја једну улогу, "
            "додир отвара њену страницу.",
            "Sales is on the left, marketing on the right. Point at a role or press Tab to see it alone; "
            "tap it to open its page.",
        ),
        "year-caption": _words(
            "Квадрат је одговорност, круг размена. Пуно је продаја, празно маркетинг, сиво оба тима. "
            "Сваки ред води до свог списка.",
            "A square is a responsibility, a dot an exchange. Filled is sales, hollow marketing, grey both "
            "teams. Each row leads to its list.",
        ),
        "year": _words("Шта се ради колико често", "What is done how often"),
        "handbook.json": _words(
            "улоге, одговорности, размене, питања и речник, на оба језика",
            "roles, responsibilities, exchanges, questions and the glossary, in both languages",
        ),
        "handbook.schema.json": _words("опис облика те датотеке", "a description of the form of that file"),
        "raci.csv": _words(
            "по један ред за сваку одговорност и по једна колона за сваку улогу, са словима A, R, C и I",
            "a row for each responsibility and a column for each role, with the letters A, R, C and I",
        ),
        "roles.csv": _words(
            "улоге са називима, руководиоцем, заменама и бројем послова по слову",
            "roles with titles, manager, deputies and the number of duties by letter",
        ),
        "all": _words("све", "all"),
        "show-only": _words("Прикажи само", "Show only"),
        "overload": _words("превише", "too much"),
        "advice": _words(
            "{role} одговара за {limit} или више исхода. То је уобичајено у малој фирми, а ипак превише "
            "за једну особу. Препустите прво оно што неко други већ ради:",
            "{role} is accountable for {limit} or more outcomes. In a small firm that is normal, yet too "
            "much for one person. Hand over first what someone else already does:",
        ),
        "does-too": _words("и ради", "and does it"),
        "helps": _words("Помаже споља", "Outside help"),
        "gives": _words("Даје", "Gives"),
        "gets": _words("Добија", "Gets"),
        "record": _words("Траг", "Record"),
        "with-other": _words("Са другим тимом: {team}", "With the other team: {team}"),
        "with-own": _words("У свом тиму: {team}", "In their own team: {team}"),
        "responsibility": _words("Одговорност", "Responsibility"),
        "role": _words("Улога", "Role"),
        "question": _words("Питање", "Question"),
        "whom": _words("Кога питате", "Whom to ask"),
        "where": _words("Где пише", "Where it says so"),
        "between-teams": _words("Између продаје и маркетинга", "Between sales and marketing"),
        "inside": _words("Унутар тима: {team}", "Inside the team: {team}"),
        "passes": _words("Шта прелази", "What passes"),
        "rhythm": _words("Ритам", "Rhythm"),
        "see": _words("видети", "see"),
        "also": _words("још", "also"),
        "duties": _words("Одговорности", "Responsibilities"),
        "exchanges": _words("Размене", "Exchanges"),
        "mentioned-in": _words("Где се помиње", "Where it is mentioned"),
        "form-title": _words("Наслов у листи и на врху прозора", "Title in lists and in the window"),
        "form-title_f": _words("Женски облик назива", "Feminine form of the title"),
        "form-source_title": _words("Назив у изворном чланку", "Title in the source article"),
        "form-description": _words("Опис у једној реченици", "Description in one sentence"),
        "form-aliases": _words("Други називи, сваки у свом реду", "Other names, one a line"),
        "form-plain": _words(
            "Називи који овде не постају везе, сваки у свом реду", "Names that do not become links here, one a line"
        ),
        "form-body": _words("Текст", "Text"),
        "form-hint": _words(
            "Ред <!-- handbook/… --> је место на ком се део исписује сам, а { #… } је ознака на коју воде везе. "
            "Оставите их како јесу.",
            "A line <!-- handbook/… --> is where a part writes itself, and { #… } is what links lead to. "
            "Leave both as they are.",
        ),
        "role-pages": _words("Улоге", "Roles"),
        "responsibility-pages": _words("Одговорности", "Responsibilities"),
        "guide-pages": _words("Водичи", "Guides"),
        "proposal": _words(
            "Подела посла, показатељи и ритам су предлог: {link}.",
            "Who does what, the measures and the rhythm are a proposal: {link}.",
        ),
        "adapt": _words("прилагодите их својој фирми", "adapt them to your firm"),
        "about-page": _words("О овој страници", "About this page"),
        "looked-after": _words("О овој страници брине", "Looked after by"),
        "changed": _words("Текст последњи пут промењен", "Text last changed"),
        "wrong": _words("Нешто овде није у реду?", "Is something wrong here?"),
        "wrong-title": _words("{page}: нешто није у реду", "{page}: something is wrong"),
        "says": _words("Шта сада пише", "What it says"),
        "should": _words("Шта треба да пише", "What it should say"),
        "overdue": _words(
            "За уреднике: рок за преглед ове странице био је", "For editors: this page was due for review on"
        ),
        "review": _words(
            "Прочитајте је поново. Ако и даље важи, нека у датотеци {file} за њу пише:",
            "Read it again. If it still holds, let its line in {file} read:",
        ),
        "change-facts": _words("Измените: {what}", "Change: {what}"),
        "change-facts-in": _words("Измените: {what} (датотека {file})", "Change: {what} (file {file})"),
        "page": _words("Страница", "Page"),
        "book-contents": _words("Садржај", "Contents"),
        "book-index": _words("Регистар улога и одговорности", "Index of roles and responsibilities"),
        "book-version": _words("Издање {version}", "Edition {version}"),
        "book-day": _words("Текст од: {day}", "Text of {day}"),
        "book-page": _words("страна", "page"),
        "owes-sr": _words("Касни српски", "Serbian is behind"),
        "owes-en": _words("Касни енглески", "English is behind"),
        "to-confirm": _words("Чека потврду", "To confirm"),
        "seeds": _words("Још непотврђено", "Not confirmed yet"),
        "waivers": _words("Одложено", "Waived"),
        "status-sum": _words(
            "Страница и датотека са подацима: {pages}. Одељака: {sections}. Потврђено читањем: {confirmed}, "
            "још непотврђено: {seeds}, задржано без новог превода: {keeps}, одложено: {waivers}.",
            "Pages and data files: {pages}. Sections: {sections}. Confirmed by reading: {confirmed}, "
            "not confirmed yet: {seeds}, kept without a new translation: {keeps}, waived: {waivers}.",
        ),
        "all-in-step": _words("Сви одељци су усклађени.", "All sections are in step."),
        "differ-title": _words("Два језика се овде разилазе", "The two languages differ here"),
        "untranslated-title": _words("Још није преведено", "Not translated yet"),
        "behind-text": _words(
            "Енглеска верзија ове странице новија је у одељцима: {sections}.",
            "The Serbian version of this page is newer in the sections: {sections}.",
        ),
        "waived-text": _words(
            "То знамо и привремено остављамо: {reasons}", "We know and leave it so for a while: {reasons}"
        ),
        "beginning": _words("почетак", "the beginning"),
        "only-elsewhere": _words(
            "Ова страница за сада постоји само на енглеском.", "This page exists in Serbian only for now."
        ),
        "read-elsewhere": _words("Прочитајте је на енглеском", "Read it in Serbian"),
        "todo": _words("Још треба написати: {what}", "Still to write: {what}"),
        "not-named": _words("још није одређено", "not decided yet"),
        "moved-title": _words("Ова страница има нову адресу", "This page has a new address"),
        "moved-text": _words("Ова страница је сада овде: {link}.", "This page is now here: {link}."),
        "preview-halted": _words(
            "Преглед не прати измене док се ово не исправи.",
            "The preview does not follow changes until this is mended.",
        ),
        "found-here": _words("Налаза на овој страници: {count}", "Findings on this page: {count}"),
        "found-nowhere": _words("Налаза ван страница: {count}", "Findings outside the pages: {count}"),
        "error": _words("грешка", "error"),
        "warning": _words("упозорење", "warning"),
        "key": _words(
            "**О** одговара за исход (тачно једна улога), **Р** ради, **П** пита се пре одлуке, "
            "**И** обавештава се; **ОР** одговара и ради.",
            "**A** accountable for the outcome (exactly one role), **R** does the work, "
            "**C** consulted before a decision, **I** informed afterwards; **AR** both.",
        ),
    }
)

BOOKS = MappingProxyType(
    {
        "handbook-sr": "Цео приручник као PDF",
        "handbook-en": "The whole handbook as PDF",
        "handbook-sr-latn": "PDF na latinici",
    }
)
"""How pages offer each book, in the language and the script of the book."""

UNTITLED = MappingProxyType(
    {
        "role": _words("Улога без назива", "{name}"),
        "responsibility": _words("Одговорност без назива", "{name}"),
        "guide": _words("Водич без назива", "{name}"),
    }
)
"""What a page is called until somebody gives it a title; `name` is its id as words."""

GIVE_A_TITLE = _words(
    "Назив странице, у наслову изнад овог реда.", "The title of the page, in the heading above this line."
)

LETTERS = MappingProxyType(
    {
        "accountable": _words("О", "A"),
        "responsible": _words("Р", "R"),
        "consulted": _words("П", "C"),
        "informed": _words("И", "I"),
    }
)

FREQUENCY = MappingProxyType(
    {
        "daily": _words("свакодневно", "daily"),
        "weekly": _words("недељно", "weekly"),
        "fortnightly": _words("на две недеље", "fortnightly"),
        "monthly": _words("месечно", "monthly"),
        "quarterly": _words("квартално", "quarterly"),
        "yearly": _words("годишње", "yearly"),
        "on-event": _words("по потреби", "as needed"),
    }
)

HORIZON = MappingProxyType(
    {
        "short": _words("кратак рок: данас, сутра, ускоро", "short: today, tomorrow, very soon"),
        "long": _words("дужи рок: стратегија пре тактике", "long: strategy before tactics"),
    }
)

ORIGIN = MappingProxyType(
    {"seed": _words("из изворног чланка", "from the source article"), "added": _words("наш додатак", "our addition")}
)

FACTS = MappingProxyType(
    {
        "roles": _words("улоге", "roles"),
        "responsibilities": _words("одговорности", "responsibilities"),
        "exchanges": _words("размене", "exchanges"),
        "questions": _words("питања", "questions"),
    }
)
"""What a file of `facts/` holds, in the middle of a sentence."""

NAMES = {"sr": msg("Serbian"), "en": msg("English")}
"""What each language is called in a sentence."""
