"""Every sentence the software says, in Serbian: the English one it is said by is its key.

The names of gaps stay as they are; how their words are put may differ (`said.py` tells how). A test finds what is
missing here and what nobody says any more. Only words, as many as the software has: translators find all in one place.
"""

from collections.abc import Mapping
from types import MappingProxyType

SERBIAN: Mapping[str, str] = MappingProxyType({
    # what every message has, and the report as a whole
    "warning:": "упозорење:",
    "“{name}”": "„{name}“",
    "Did you mean “{id}”?": "Јесте ли мислили „{id}“?",
    " Did you mean “{id}”?": " Јесте ли мислили „{id}“?",
    "The handbook is in order.": "Приручник је у реду.",
    "{errors} {errors:error|errors}, {warnings} {warnings:warning|warnings}.":
        "{errors} {errors:грешка|грешке|грешака}, {warnings} {warnings:упозорење|упозорења|упозорења}.",
    "The check of the handbook": "Провера приручника",
    "Explained here": "Објашњење",
    "And {rest} {rest:finding|findings} besides.": "Осим тога има још {rest} {rest:налаз|налаза|налаза}.",
    "And {rest} {rest:finding|findings} besides: the summary of this run lists them all.":
        "Осим тога има још {rest} {rest:налаз|налаза|налаза}: цео списак је у сажетку ове провере.",

    # answers to a comment under a proposal
    "A comment that writes something begins with /confirm or /keep, one command a line, {most} at most.":
        "Коментар који нешто уписује почиње са /confirm или /keep, једна наредба у реду, највише {most}.",
    "/confirm: all that waits. /confirm PAGE#ID: one section.":
        "/confirm: све што чека потврду. /confirm СТРАНИЦА#ОЗНАКА: један одељак.",
    "/keep REASON: the only section that is behind. /keep PAGE#ID REASON: the one you name.":
        "/keep РАЗЛОГ: једини одељак који касни. /keep СТРАНИЦА#ОЗНАКА РАЗЛОГ: онај који наведете.",
    "No section waits to be confirmed. Translate a section that changed in one language only, or write /keep REASON.":
        "Ниједан одељак не чека потврду. Одељак који је промењен само на једном језику преведите, или напишите "
        "/keep РАЗЛОГ.",
    "With /keep say why no new translation is needed, in {most} signs at most.":
        "Уз /keep кажите зашто нов превод није потребан, у највише {most} знакова.",
    "No section changed in one language only.": "Ниједан одељак није промењен само на једном језику.",
    "More than one section is behind. Give a reason for each that needs no translation, all in one comment:":
        "Касни више одељака. Наведите разлог за сваки за који превод није потребан, све у једном коментару:",
    "/keep {section} …": "/keep {section} …",
    "**Nothing was written:**": "**Ништа није уписано:**",
    "That stands there already; nothing had to be written.": "То је већ записано, није било шта да се упише.",
    "**Confirmed:** both languages have been read and say the same.":
        "**Потврђено:** оба језика су прочитана и кажу исто.",
    "**Kept** without a new translation:": "**Задржано** без новог превода:",
    "**Not written yet.** This branch is in another repository, which cannot be written to from here. Open each "
    "file by its link, put these lines in place of those that begin with the same id (add a line with a new id at "
    "the end) and save.":
        "**Још није уписано.** Ова грана је у другом репозиторијуму и одавде у њу не може да се пише. Отворите "
        "сваку датотеку преко везе, ставите ове редове на место оних који почињу истом ознаком (ред са новом "
        "ознаком додајте на крај) и сачувајте.",
    "This file does not exist yet; create it, with this content:":
        "Те датотеке још нема; направите је, са овим садржајем:",
    "Remove the lines that begin with:": "Обришите редове који почињу са:",
    "Files that did not fit in here: {rest}. Once these are in, write the same comment again.":
        "Датотека које овде нису стале: {rest}. Кад унесете ове, напишите исти коментар још једном.",
    "facts/teams.yml: “{name}” is not a code owner. Write @name, @firm/team or an email address.":
        "facts/teams.yml: „{name}“ није онај ко може да буде питан. Напишите @име, @фирма/тим или имејл адресу.",

    # files and folders
    "There is no folder “{folder}/” in {root}. Run this in the handbook's folder, or name it with --root.":
        "Нема фасцикле „{folder}/“ у {root}. Покрените ово у фасцикли приручника или је наведите са --root.",
    "{path} cannot be read: {why}.": "Датотека {path} не може да се прочита: {why}.",
    "{path} cannot be written: {why}.": "Датотека {path} не може да се упише: {why}.",
    "This page is in no language's folder ({folders}).": "Страница није ни у једној фасцикли језика ({folders}).",
    "Move it into one of them.": "Преместите је у једну од њих.",
    "This line holds bytes that are not UTF-8 text.": "У овом реду има знакова који нису UTF-8 текст.",
    "Save the file as UTF-8 and check the line.": "Сачувајте датотеку као UTF-8 и проверите ред.",
    "A byte order mark (U+FEFF)": "невидљиви знак U+FEFF",
    "A NUL character (U+0000)": "невидљиви знак U+0000",
    "{name} stands inside the text.": "Усред текста стоји {name}.",
    "Delete it; it cannot be seen, so retype the word it stands in.":
        "Обришите га; пошто се не види, откуцајте поново реч у којој стоји.",
    "This link leads out of the handbook's folder.": "Ова пречица води ван фасцикле приручника.",
    "This link leads to a file that does not exist.": "Ова пречица води на датотеку која не постоји.",
    "Put the file itself here.": "Ставите овде саму датотеку.",
    "Put the file itself here or remove the link.": "Ставите овде саму датотеку или уклоните пречицу.",
    "The name “{name}” holds signs that an address should not have.":
        "Име „{name}“ садржи знакове којима није место у адреси.",
    "Use small Latin letters, digits and hyphens only.": "Користите само мала латинична слова, цифре и цртице.",

    # data: the files of facts, and the front matter
    "This file is missing.": "Ове датотеке нема.",
    "Bring it back; an empty file means that there is none.": "Вратите је; ако нема шта да се упише, нека буде празна.",
    "This file cannot be read: {why}.": "Датотека не може да се прочита: {why: }.",
    "Compare the line with its neighbours: indent, colon, quotes.":
        "Упоредите ред са суседним редовима: увлачење, двотачке, наводнике.",
    "The front matter opened on line 1 is never closed.": "Заглавље је отворено у реду 1, а није затворено.",
    "Write a line “---” where it ends.": "Упишите ред „---“ тамо где се заглавље завршава.",
    "The front matter cannot be read: {why}.": "Заглавље не може да се прочита: {why: }.",
    "Write one “key: value” a line; put a value with a colon in quotes.":
        "Пишите по једно „кључ: вредност“ у реду; вредност са двотачком ставите под наводнике.",
    "This file was expected to be a list of “id:” lines with keys under each.":
        "Очекује се низ ознака, свака у реду „ознака:“, са својим кључевима испод.",
    "Start from an id.": "Почните од ознаке.",
    "“{key}” stands here a second time (first on line {line})":
        "„{key}“ стоји овде други пут (први пут у реду {line})",
    "The id {why}.": "Ознака {why}.",
    "The key {why}.": "Кључ {why}.",
    "Remove one of the two.": "Уклоните једно од та два.",
    "The key “id” is not known here: the id is “{id}”, the key above.":
        "Кључ „id“ овде не постоји: ознака је „{id}“, у реду изнад.",
    "Remove the line.": "Уклоните ред.",
    "The key “{key}” is not known here.": "Кључ „{key}“ овде не постоји.",
    "Known keys: {known}.": "Постоје кључеви: {known}.",
    "The key “{key}” is missing.": "Недостаје кључ „{key}“.",
    "Add it.": "Додајте га.",
    "this entry": "овај унос",
    "“{word}” cannot stand for “{name}”.": "„{word}“ не може да стоји под „{name}“.",
    "Use one of: {known:, | or }.": "Упишите једно од овога: {known:, | или }.",
    "“{name}” holds no text.": "Под „{name}“ не стоји текст.",
    "Write text here, in quotes if it is a number.": "Упишите текст, а број ставите под наводнике.",
    "“{name}” is not a day.": "Под „{name}“ не стоји дан.",
    "Write it as 2027-01-31.": "Напишите га као 2027-01-31.",
    "“{name}” is neither yes nor no.": "Под „{name}“ не стоји ни да ни не.",
    "Write “true” or “false”.": "Упишите „true“ за да или „false“ за не.",
    "“{name}” is not a whole number.": "Под „{name}“ не стоји цео број.",
    "Write it as 6.": "Напишите га као 6.",
    "“{name}” has no keys.": "Под „{name}“ нема кључева.",
    "Write them on the lines below, set in, as “key: value”.":
        "Упишите их у редове испод, увучено, као „кључ: вредност“.",
    "“{name}” is not a list.": "Под „{name}“ не стоји списак.",
    "Write it as [one, two] or as lines with “- ”.": "Напишите га као [један, два] или као редове са цртицом „- “.",
    "“{name}” has too few items.": "Под „{name}“ има премало ставки.",
    "Add what is missing.": "Додајте шта недостаје.",
    "“{name}” has too many items.": "Под „{name}“ има превише ставки.",
    "Remove what is too much.": "Уклоните шта је вишак.",
    "“{name}” does not fit.": "Оно што стоји под „{name}“ није у исправном облику.",
    "{reason}.": "Програм каже: „{reason}“.",

    # data: what the YAML parser says
    "while parsing a block mapping": "у редовима „кључ: вредност“",
    "while parsing a block collection": "у редовима са цртицом",
    "while parsing a block node": "у овом уносу",
    "while parsing a flow mapping": "у витичастој загради",
    "while parsing a flow sequence": "у угластој загради",
    "while parsing a flow node": "у загради",
    "while scanning a simple key": "код кључа",
    "while scanning a quoted scalar": "у тексту под наводницима",
    "while scanning a plain scalar": "у тексту без наводника",
    "while scanning a block scalar": "у тексту од више редова",
    "while scanning for the next token": "у овом реду",
    "while scanning an alias": "код имена иза звездице",
    "while scanning an anchor": "код имена иза знака &",
    "did not find expected key": "недостаје кључ",
    "did not find expected '-' indicator": "недостаје цртица",
    "did not find expected ',' or '}}'": "недостаје зарез или затворена витичаста заграда",
    "did not find expected ',' or ']'": "недостаје зарез или затворена угласта заграда",
    "did not find expected node content": "недостаје вредност",
    "did not find expected <document start>": "ред није увучен као редови пре њега",
    "did not find expected comment or line break": "овде може да стоји само коментар или нов ред",
    "did not find expected alphabetic or numeric character": "недостаје слово или цифра",
    "could not find expected ':'": "недостаје двотачка",
    "mapping values are not allowed in this context": "двотачка не може да стоји на овом месту",
    "mapping keys are not allowed in this context": "кључ не може да стоји на овом месту",
    "block sequence entries are not allowed in this context": "цртица не може да стоји на овом месту",
    "found character that cannot start any token": "вредност не може да почне овим знаком",
    "found a tab character that violates indentation": "увлачи се размацима, а не табулатором",
    "found unexpected end of stream": "текст се прекида, недостају завршни наводници",
    "found unexpected document indicator": "недостају завршни наводници пре реда „---“",
    "found unknown escape character": "непознат знак иза обрнуте косе црте",
    "found undefined alias": "то име нигде није задато",
    "control characters are not allowed": "у тексту има невидљивих управљачких знакова",
    "{text}": "„{text}“",

    # roles and responsibilities
    "role": "улога",
    "responsibility": "одговорност",
    "guide": "водич",
    "team": "тим",
    "group": "група",
    "outside party": "спољни сарадник",
    "There is no {kind} “{id}”.": "Не постоји {kind} „{id}“.",
    "Use an id that stands in facts/.": "Употребите ознаку која постоји у фасцикли facts/.",
    "The id “{id}” is both a role and a responsibility.": "Ознаку „{id}“ имају и улога и одговорност.",
    "Choose another id for one.": "Изаберите другу ознаку за једну од њих.",
    "“{role}” is both {one} and {other} for “{duty}”.":
        "За „{duty}“ улога „{role}“ стоји и под „{one}“ и под „{other}“.",
    "Keep the stronger part only.": "Оставите само оно што је јаче.",
    "“{duty}” has {named: and } accountable; exactly one role answers for it.":
        "Ко одговара за „{duty}“: {named: и }. Треба да одговара тачно једна улога.",
    "nobody": "нико",
    "Name the one who has the last word.": "Наведите ону која има последњу реч.",
    "Nobody does the work of “{duty}”.": "Посао „{duty}“ нико не ради.",
    "Name at least one role under “responsible”.": "Наведите бар једну улогу под „responsible“.",
    "{circle: → }: each reports to the next, in a circle.": "{circle: → }: свака одговара следећој, у круг.",
    "One of them reports to someone else.": "Нека једна од њих одговара неком другом.",
    "“{role}” is neither accountable nor responsible for anything.":
        "„{role}“ ни за шта не одговара и ништа не ради.",
    "Add it to a responsibility in {file}, or take the role out.":
        "Додајте је некој одговорности у {file} или уклоните улогу.",
    "“{id}” has no text for “{code}”.": "„{id}“ нема текст на језику „{code}“.",
    "Write it beside the other.": "Упишите га уз онај на другом језику.",
    "The {kind} “{id}” has no page; “{page}” was expected.":
        "Не постоји страница „{page}“, коју {kind} „{id}“ треба да има.",
    "Write the page in both languages, or remove the entry.": "Напишите страницу на оба језика или уклоните унос.",
    "There is no {kind} “{id}” of this team in {file}.": "У датотеци {file} не постоји {kind} „{id}“ из овог тима.",
    "Add the entry, or remove the page in both languages.": "Додајте унос или уклоните страницу на оба језика.",

    # pages: title, front matter, headings, sections
    "The page is empty.": "Страница је празна.",
    "The page has no title.": "Страница нема наслов.",
    "Begin it with a line “# Title”.": "Почните је редом „# Наслов“.",
    "“{title}” is a second title; the first is on line {line}.": "„{title}“ је други наслов; први је у реду {line}.",
    "Begin the line with “##”.": "Почните ред са „##“.",
    "The page has no description.": "Страница нема опис.",
    "Add “description:” with one sentence at the head of the page.":
        "Додајте „description:“ и једну реченицу у заглавље странице.",
    "The key “{key}” belongs to the Serbian page only.": "Кључ „{key}“ стоји само на српској страници.",
    "Remove it here.": "Уклоните га овде.",
    "The key “{key}” differs from the one in {file}.": "Кључ „{key}“ није исти као у {file}.",
    "Write the same in both languages.": "Упишите исто на оба језика.",
    "{file} has a description, this page has none.": "{file} има опис, а ова страница нема.",
    "Add “description:” with one sentence.": "Додајте „description:“ и једну реченицу.",
    "role page": "страница улоге",
    "responsibility page": "страница одговорности",
    "guide page": "водич",
    "A {page} has, in order: {sections}.": "Одељци које има {page}, овим редом: {sections}.",
    "The section “{id}” is missing.": "Недостаје одељак „{id}“.",
    "“{id}” is not a section of a {page}.": "Одељку „{id}“ овде није место: ово је {page}.",
    "The section “{after}” comes after “{before}”.": "Одељак „{after}“ стоји иза одељка „{before}“.",
    "The heading “{heading}” has no id.": "Наслов „{heading}“ нема ознаку.",
    "End the line with “{{ #an-id }}”, the same in both languages.":
        "Завршите ред са „{{ #oznaka }}“, исто на оба језика.",
    "The id “{id}” is not well formed.": "Ознака „{id}“ није исправно написана.",
    "Use small Latin letters, digits and single hyphens.":
        "Користите мала латинична слова, цифре и појединачне цртице.",
    "The id “{id}” is already on line {line}.": "Ознака „{id}“ већ стоји у реду {line}.",
    "Choose another, in both languages.": "Изаберите другу, на оба језика.",

    # pages: generated parts and links
    "There is no generated part “{name}”.": "Уграђени део „{name}“ не постоји.",
    "Known: {known}.": "Постоје: {known}.",
    "“{name}” cannot stand on a {page}.": "Уграђени део „{name}“ не може да стоји овде: ово је {page}.",
    "It is for {kinds: and } pages.": "Место му је на страници ове врсте: {kinds: или }.",
    "“{name}” shares its line with other text.": "Уграђени део „{name}“ стоји у реду са другим текстом.",
    "Give it a line of its own.": "Ставите га у засебан ред.",
    "“{name}” does not know “{word}”.": "Уграђени део „{name}“ не познаје „{word}“.",
    "It takes after “raci”: {teams}.": "Иза „raci“ може да стоји: {teams}.",
    "It takes nothing after the name.": "Иза имена не стоји ништа.",
    "This {page} has no generated part “{name}”.": "Недостаје уграђени део „{name}“, који има {page}.",
    "Put “<!-- handbook/{name} -->” on a line of its own.": "Упишите „<!-- handbook/{name} -->“ у засебан ред.",
    "The link “{link}” is absolute; the site may live under any address.":
        "Веза „{link}“ полази од почетка сајта, а сајт може да буде на било којој адреси.",
    "Write the way from this file to the other, such as “../roles/x.md”.":
        "Напишите пут од ове датотеке до друге, на пример „../roles/x.md“.",
    "The link “{link}” leads to “{path}”, which does not exist.": "Веза „{link}“ води на „{path}“, а то не постоји.",
    "Correct the path, or remove the link.": "Исправите пут или уклоните везу.",
    "“{path}” is not a page.": "„{path}“ није страница.",
    "Write its path inside docs/sr/, with “.md”.": "Напишите њен пут унутар docs/sr/, са „.md“ на крају.",
    "Remove or rename it.": "Уклоните тај ред или исправите име.",
    "“{page}” has no section “{id}”.": "Страница „{page}“ нема одељак „{id}“.",
    "Its sections: {known}.": "Њени одељци: {known}.",
    "none": "нема их",

    # both languages: pages, headings, links
    "This page has no counterpart; {file} was expected.":
        "Ова страница нема свој пар на другом језику; очекује се {file}.",
    "Write it there, or remove the page here.": "Напишите је и тамо или је уклоните овде.",
    "This section of the navigation is empty.": "Овај део навигације је празан.",
    "The navigation names “{path}”, which is not a page.": "Навигација помиње „{path}“, а то није страница.",
    "There is no page for this lock: “{page}”.": "Нема странице за овај запис: „{page}“.",
    "Remove the lock, or move it with its page: handbook rename.":
        "Уклоните запис или га преместите заједно са страницом: „handbook rename“.",
    "{one} stands here, {other} in {there}.": "Овде стоји {one}, а у {there} {other}.",
    "no further heading": "нема више наслова",
    "Give both languages the same headings in the same order.": "Нека оба језика имају исте наслове истим редом.",
    "This links to “{target}”; the same section in {there} does not.":
        "Одавде веза води на „{target}“, а из истог одељка у {there} не води.",
    "Add the link there or remove it here.": "Додајте везу тамо или је уклоните овде.",

    # both languages: tables, lists, code, images, boxes
    "table": "табела",
    "code": "код",
    "admonition": "кутија",
    "image": "слика",
    "marker": "уграђени део",
    " {name}": " „{name}“",
    "“{kind}{told}”": "{kind}{told}",
    "no further block": "тога нема",
    "no further block stands here, {other} in {there}.": "Овде недостаје {other}; видите {there}.",
    "Give both languages the same blocks in the same order.":
        "Нека оба језика имају исте табеле, код, кутије, слике и уграђене делове истим редом.",
    "Otherwise the site will show something else.": "Иначе ће сајт приказати нешто друго.",
    "A table needs a blank line before it.": "Испред табеле треба празан ред.",
    "A list needs a blank line before it.": "Испред списка треба празан ред.",
    "A list inside another is set in by {step} spaces.":
        "Списак унутар списка увлачи се за {step} {step:размак|размака|размака}.",
    "A numbered list is written “1.”, not “1)”.": "Ставка са бројем пише се „1.“, а не „1)“.",
    "Two lists follow one another; a paragraph must part them.":
        "Два списка стоје један за другим; између њих мора да буде пасус.",
    "A heading needs a space after its “#”.": "У наслову иза „#“ треба размак.",
    "The number of lists in this section is {here}, in {file} it is {there}.":
        "Број спискова у овом одељку је {here}, а у {file} је {there}.",
    "Give both languages the same lists.": "Нека оба језика имају исте спискове.",
    "The list here has {here} items, the one in {place} has {there}.":
        "Број ставки у овом списку је {here}, а у {place} је {there}.",
    "Add the missing item, or remove the one too many.":
        "Додајте ставку која недостаје или уклоните ону која је вишак.",
    "The table here has {here} cells, the one in {place} has {there}.":
        "Број редова и колона у овој табели је {here}, а у {place} је {there}.",
    "Add what is missing, or remove what is too much.": "Додајте шта недостаје или уклоните шта је вишак.",
    "This cell has {here}, the one in {place} has {there}.":
        "Само у овој ћелији стоји: {here}. Само у другој ({place}) стоји: {there}.",
    "none of that": "ништа",
    "Write {what} in both languages.": "Упишите {what} на оба језика.",
    "the same numbers": "исте бројеве",
    "the same code": "исти код",
    "the same links": "исте везе",
    "This piece of code differs from the one in {there}.": "Овај код није исти као у {there}.",
    "Make them equal; only comments may differ.": "Изједначите их; само коментари смеју да се разликују.",
    "“{code}” is not in the same section of {file}.": "Код „{code}“ не стоји у истом одељку у {file}.",
    "Write the same code in both languages.": "Упишите исти код на оба језика.",
    "“{one}” is shown here, “{other}” in {there}.": "Овде је слика „{one}“, а у {there} „{other}“.",
    "Show the same image in both languages.": "Ставите исту слику на оба језика.",
    "The image is described as “{text}” in both languages.": "Слика је на оба језика описана речима „{text}“.",
    "Describe it in each language.": "Опишите је на сваком језику.",
    "The image has no text for those who cannot see it.": "Слика нема опис за оне који је не виде.",
    "Describe it between the square brackets.": "Опишите је између угластих заграда.",

    # both languages: values and words
    "“{value}” stands here and not in {there}.": "„{value}“ стоји овде, а у {there} не стоји.",
    "Write the same value in both languages.": "Упишите исту вредност на оба језика.",
    "“{contact}” is not in {there}.": "„{contact}“ не стоји у {there}.",
    "Write the same address in both languages.": "Упишите исту адресу на оба језика.",
    "The word “{word}” mixes Cyrillic and Latin letters: {letters}.":
        "У речи „{word}“ помешана су два писма; латинично је: {letters}.",
    "{sign} is {code}": "{sign} ({code})",
    "Type the word again in one script.": "Откуцајте реч поново, једним писмом.",
    "Latin letters on a Serbian page: {words}{more}.": "Латинична слова на српској страници: {words}{more}.",
    "Write it in Cyrillic, or add the name to facts/names.yml.":
        "Напишите то ћирилицом, а ако је име производа, додајте га у facts/names.yml.",
    "This paragraph is written in the other language.": "Овај пасус је написан на другом језику.",
    "Say it in the language of this page.": "Реците исто на језику ове странице.",
    "“{name}” is not how this handbook says it.": "Овај приручник не користи назив „{name}“.",
    "Write “{name}”.": "Напишите „{name}“.",
    "{place} speaks of “{term}”, this section does not.": "{place} помиње појам „{term}“, а овај одељак га не помиње.",
    "Call it {names: or }.": "На овом језику зове се {names: или }.",
    "This section has {here} letters, {place} has {there}.":
        "Овај одељак има {here} {here:слово|слова|слова}, а {place} има {there}.",
    "See whether something is missing here.": "Погледајте да ли овде нешто недостаје.",
    "The number of paragraphs here is {here}, in {place} it is {there}.":
        "Број пасуса овде је {here}, а у {place} је {there}.",
    "See whether one is missing.": "Погледајте да ли неки недостаје.",

    # what both languages last agreed on
    "Serbian": "српски",
    "English": "енглески",
    "#{id}": "#{id}",
    "# (before the first heading)": "# (пре првог наслова)",
    "{section}: the {moved} text changed ({lines}), the {other} did not.":
        "{section}: {moved} текст је промењен ({lines}), а {other} није.",
    "Translate it and run “handbook confirm {name}”, or, if the meaning is the same, "
    "“handbook keep {name} --reason …”; that writes this line into {lock}: {line}":
        "Преведите измену и покрените „handbook confirm {name}“. Ако је смисао исти, покрените "
        "„handbook keep {name} --reason …“. То у {lock} уписује овај ред: {line}",
    "is new": "је нов",
    "changed in both languages": "је промењен на оба језика",
    "{section}: this section {what}; nobody has said that it agrees with {others: and }.":
        "{section}: овај одељак {what}, а нико није потврдио да се слаже са {others: и }.",
    "Read both and run “handbook confirm {name}”; that writes this line into {lock}{head}: {line}":
        "Прочитајте оба и покрените „handbook confirm {name}“. То у {lock}{head} уписује овај ред: {line}",
    " (a new lock begins with the line “{line}”)": " (нов запис почиње редом „{line}“)",
    "{section}: this section is gone in both languages.": "{section}: овај одељак је уклоњен на оба језика.",
    "Remove this line, or run “handbook confirm {name}”.": "Уклоните овај ред или покрените „handbook confirm {name}“.",
    "{section}: this section was kept {times} times in a row; {most} is the most.":
        "{section}: овај одељак је задржан {times} {times:пут|пута|пута} заредом, а сме највише {most}.",
    "Read both languages and run “handbook confirm {name}”.":
        "Прочитајте оба језика и покрените „handbook confirm {name}“.",
    "The first line was expected to be “{line}”.": "Очекује се да први ред буде „{line}“.",
    "This line cannot be read.": "Овај ред не може да се прочита.",
    "“#{id}” stands here a second time.": "„#{id}“ стоји овде други пут.",
    "Copy the line from the message that asked for it.": "Препишите ред из поруке која га је тражила.",

    # what may wait
    "“{rule}” on {page}": "правила „{rule}“ за страницу {page}",
    "“{rule}” is not a rule that can be waived.": "„{rule}“ није правило које може да се одложи.",
    "Those are: {rules}.": "Могу да се одложе: {rules}.",
    "The waiver of {what} gives no reason.": "Одлагање {what} нема разлог.",
    "Say why it may wait.": "Напишите зашто може да сачека.",
    "The waiver of {what} ran out on {day}.": "Одлагање {what} истекло је {day}.",
    "Mend what it covered and remove it, or agree on a new day.":
        "Исправите то што је одложено и уклоните одлагање, или договорите нов дан.",
    "The waiver of {what} reaches more than {days} days ahead.":
        "Одлагање {what} важи више од {days} дана унапред.",
    "Let it end by {day}.": "Нека важи најдуже до {day}.",
    "The waiver of {what} covers nothing any more.": "Одлагање {what} више ничему не служи.",
    "Remove it.": "Уклоните га.",
    "it is not a list": "то није списак",
    "Write each waiver as “- page: …” with its keys on the lines below.":
        "Напишите свако одлагање као „- page: …“, а остале кључеве у редове испод.",

    # commands
    "Nothing was written.": "Ништа није уписано.",
    "Nothing had to be written.": "Није имало шта да се упише.",
    "Name at least one page, or say --all.": "Наведите бар једну страницу или додајте --all.",
    "There is no page “{page}” in both languages.{near}": "Страница „{page}“ не постоји на оба језика.{near}",
    "“{page}” has no section “#{id}” in both languages.{near}":
        "Страница „{page}“ нема одељак „#{id}“ на оба језика.{near}",
    "{section}: only the {language} text changed since both agreed. Translate it first, or run "
    "“handbook keep {section} --reason …”.":
        "{section}: откако су се два језика сложила, промењен је само {language} текст. Најпре преведите измену или "
        "покрените „handbook keep {section} --reason …“.",
    "{section}: the two files still differ: {amiss}": "{section}: две датотеке се још разилазе: {amiss}",
    "{lock}:{line}: {fault} Mend this line first; nothing was written.":
        "{lock}:{line}: {fault} Најпре исправите тај ред; ништа није уписано.",
    "“{page}” is a page; name one section of it, such as {page}#measures.":
        "„{page}“ је страница; наведите један њен одељак, на пример „{page}#measures“.",
    "{section} is {state}; only a section that one language changed can be kept.":
        "{section}: {state}. Може да се задржи само одељак који је промењен на једном језику.",
    "in step": "усклађено",
    "behind": "један језик касни",
    "to confirm": "чека потврду",
    "new": "ново",
    "gone": "уклоњено",
    "Say in a few words why no new translation is needed: --reason TEXT.":
        "Кажите у неколико речи зашто није потребан нов превод: --reason РАЗЛОГ.",
    "{section} was kept {times} times since it was last read. Bring both languages together and run "
    "“handbook confirm {section}”.":
        "{section}: овај одељак је задржан {times} {times:пут|пута|пута} откако је последњи пут прочитан. "
        "Ускладите оба језика и покрените „handbook confirm {section}“.",
    "{section}: nothing has changed since both languages agreed.":
        "{section}: ништа се није променило откако су се два језика сложила.",
    "  The text that was agreed on is not in the history here; now the section says:":
        "  Текста о ком су се језици сложили овде нема у историји; одељак сада каже:",
    "{number} {number:line|lines} repaired.":
        "{number} {number:исправљен ред|исправљена реда|исправљених редова}.",
    "{page}: {counts}": "{page}: {counts}",
    "{pages} pages: {counts}": "{pages} {pages:страница|странице|страница}: {counts}",
    "{number} of {sections} sections in step": "усклађено одељака {number} од {sections}",
    "{code} owes {number}": "касни {code} {number}",
    "{number} to confirm": "чека потврду {number}",
    "{number} seeds nobody has confirmed": "још непотврђено {number}",
    "{number} kept": "задржано {number}",
    "{number} waived": "одложено {number}",

    # new pages and new names
    "“{key}” is still to be filled in.": "„{key}“ још треба попунити.",
    "Write the id of {kind} in place of “{todo}”.": "Уместо „{todo}“ упишите ознаку {kind}.",
    "“{id}” does not say how often.": "Код „{id}“ не пише колико често.",
    "Use one or more of: {words}.": "Изаберите једно или више: {words}.",
    "Still to write: {what}.": "Још треба написати: {what}.",
    "a text": "текст",
    "“{id}” is a draft.": "„{id}“ је нацрт.",
    "Remove “draft: true” when nothing else is left to write.":
        "Кад више нема шта да се напише, обришите „draft: true“.",
    "Write it and delete this line.": "Напишите то и обришите овај ред.",
    "Write it and delete this line, or say “draft: true” where {files} tells of this page.":
        "Напишите то и обришите овај ред, или у {files} код ове странице упишите „draft: true“.",
    "The page has no title yet.": "Страница још нема назив.",
    "Write it into the heading.": "Упишите га у наслов.",
    "Nothing stands before the first section.": "Пре првог одељка не стоји ништа.",
    "Write one or two sentences there.": "Напишите ту једну или две реченице.",
    "The section “{id}” is empty.": "Одељак „{id}“ је празан.",
    "Write its text.": "Напишите његов текст.",
    "a group": "групе",
    "“{path}” is not the path of a page.": "„{path}“ није путања странице.",
    "“{path}” is a page, so its address cannot lead elsewhere.":
        "„{path}“ је страница, па њена адреса не може да води другде.",
    "Remove this line, or rename the page.": "Обришите овај ред или преименујте страницу.",
    "“{path}” has moved itself.": "„{path}“ се и сама преселила.",
    "Write where it is now: “{path}”.": "Упишите где је сада: „{path}“.",
    "Write where the page is now, or remove the line.": "Упишите где је страница сада или обришите ред.",
    "That page has moved: write “{way}”.": "Та страница се преселила: упишите „{way}“.",
    "Mend this first: {finding}": "Прво исправите ово: {finding}",
    "{file} cannot be read ({why}). Mend it first.":
        "Датотека {file} не може да се прочита ({why}). Прво је исправите.",
    "“{id}” cannot be an id: use small Latin letters, digits and single hyphens, such as {example}.":
        "„{id}“ не може да буде ознака: пишите мала слова енглеске латинице, цифре и по једну цртицу, "
        "као {example}.",
    "“{id}” cannot be an id: it means something else here. Choose another.":
        "„{id}“ не може да буде ознака јер овде значи нешто друго. Изаберите другу.",
    "{file} is there already, and nothing is overwritten. Choose another id, or remove it first.":
        "Датотека {file} већ постоји, а преко постојећег се не пише. Изаберите другу ознаку или је прво уклоните.",
    "“{path}” would have the address of “{page}”. Choose another id.":
        "„{path}“ би имала исту адресу као „{page}“. Изаберите другу ознаку.",
    "“{path}” is the old address of “{to}” ({place}). Choose another id, or remove that line first.":
        "„{path}“ је стара адреса странице „{to}“ ({place}). Изаберите другу ознаку или прво обришите тај ред.",
    "a role": "улоге",
    "a responsibility": "одговорности",
    "an outside party": "спољног сарадника",
    "“{id}” is already the id of {kind}. Choose another.": "„{id}“ је већ ознака {kind}. Изаберите другу.",
    "“{id}” is already the name of the page {path}. Choose another.":
        "„{id}“ је већ име странице {path}. Изаберите друго.",
    "There is no {kind} “{id}”.{near} Known: {known}.": "Не постоји {kind} „{id}“.{near} Постоје: {known}.",
    "folder": "фасцикла",
    "group of this team": "група у овом тиму",
    "{path} is written in a way in which nothing can be put into it: give each entry lines of its own.":
        "У {path} не може ништа да се дода јер је писана у једном реду: дајте свакој ставци њене редове.",
    "{path} is not UTF-8 text. Save it as UTF-8 first.":
        "Датотека {path} није UTF-8 текст. Прво је сачувајте као UTF-8.",
    "{file} is missing, from which new pages are made. Bring it back.":
        "Нема датотеке {file}, од које настају нове странице. Вратите је.",
    "There is no page “{name}”.{near}": "Нема странице „{name}“.{near}",
    "“{name}” names several pages: {pages}. Write the path of one.":
        "„{name}“ је име више страница: {pages}. Упишите путању једне.",
    "“{page}” keeps its name: the program itself leads there. Change its title instead.":
        "„{page}“ задржава име јер сам програм води на њу. Промените јој наслов.",
    "This page stays in its team and folder: write only the new id, such as {id}.":
        "Ова страница остаје у свом тиму и фасцикли: упишите само нову ознаку, као {id}.",
    "{file}:{line}: a link on this line cannot be changed by itself. Take it out, rename, then put it in again.":
        "{file}:{line}: веза у овом реду не може сама да се промени. Извадите је, преименујте, па је вратите.",
    "Next: run “handbook check”. Old addresses lead on as facts/moved.yml says.":
        "Сада покрените „handbook check“. Старе адресе воде на нове, како пише у facts/moved.yml.",
    "Mention the page where readers look for it, and mend the numbers there: {file}.":
        "Помените страницу тамо где је читаоци траже, а бројеве који се због ње мењају исправите: {file}.",
    "Next: run “handbook check”; every line that ends with [{rule}] is something to write, with file and line.":
        "Сада покрените „handbook check“: сваки ред са ознаком [{rule}] на крају каже шта још треба написати, "
        "са датотеком и редом.",
    "When nothing else is left, remove “draft: true” ({place}).":
        "Кад више ништа не остане, обришите „draft: true“ ({place}).",
    "Then read both languages once more and run “handbook confirm {page}”.":
        "Затим још једном прочитајте оба језика и покрените „handbook confirm {page}“.",
    "removed {path}": "уклоњено: {path}",
    "wrote {path}": "уписано: {path}",

    # the form editor
    "{setting} is “{value}”: write {on}, or {local} for this machine only, or leave it empty.":
        "Подешавање {setting} гласи „{value}“: упишите {on}, или {local} само за овај рачунар, или га оставите празно.",
    "{setting} is “{value}”": "подешавање {setting} гласи „{value}“",
    "{setting} is not set": "подешавање {setting} није уписано",
    "The form editor is on, but {amiss}: write {form}, as {host} shows it.":
        "Уређивање у обрасцима је укључено, али {amiss}: упишите {form}, како пише на сајту {host}.",
    "The form editor is on, but nobody could sign in: set {setting} to the address of your login service "
    "({page} says what it must offer), or {local} for this machine only.":
        "Уређивање у обрасцима је укључено, али нико не би могао да се пријави: у {setting} упишите адресу своје "
        "услуге за пријаву ({page} каже шта она мора да нуди), или {local} само за овај рачунар.",
    "{setting} is “{value}”: write an address that begins with {scheme}.":
        "Подешавање {setting} гласи „{value}“: упишите адресу која почиње са {scheme}.",
    "The form editor is made with {npm}, which is not on this machine: install {node} (on Debian: {command}), "
    "or leave {setting} empty.":
        "Образац за уређивање прави {npm}, ког нема на овом рачунару: инсталирајте {node} (на Дебијану: {command}) "
        "или оставите {setting} празно.",
    "{npm} could not fetch the form editor: {why}": "{npm} није успео да преузме образац за уређивање: {why}",

    # the book
    "{page} leads to “{href}”, which is not in the book.": "{page} води на „{href}“, чега у књизи нема.",
    "{page} leads to “#{id}” of {path}, which is not there.": "{page} води на „#{id}“ у {path}, чега тамо нема.",
    "The book cannot be printed:": "Књига не може да се одштампа:",
})  # fmt: skip

TRANSLATIONS: Mapping[str, Mapping[str, str]] = MappingProxyType({"sr": SERBIAN})
