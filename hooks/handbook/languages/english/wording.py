"""English words that a translation must not lose: weekdays and frequencies, and abbreviations with a period."""

from types import MappingProxyType

from ..word_kinds import WordKinds

ABBREVIATIONS = frozenset(("e.g", "i.e", "etc", "vs", "approx", "mr", "mrs", "ms", "dr", "no", "fig", "tel"))
"""Words after which a period ends no sentence, without that period."""

PERIODS = WordKinds(
    {
        "monday": "mondays?",
        "tuesday": "tuesdays?",
        "wednesday": "wednesdays?",
        "thursday": "thursdays?",
        "friday": "fridays?",
        "saturday": "saturdays?",
        "sunday": "sundays?",
        "day": "daily|(?:every|each) (?:day|morning)|day to day",
        "week": "week(?:s|ly)?|fortnight(?:ly)?",
        "month": "month(?:s|ly)?",
        "quarter": "quarter(?:s|ly)?|q[1-4]",
        "year": "(?:half-)?year(?:s|ly)?|annual(?:ly)?",
    }
)
"""Weekdays, and what is repeated every day, week, month, quarter or year."""

SIGNALS = WordKinds(
    {
        "most": r"at most|no (?:more|longer|later) than|not more than|up to(?= \d)",
        "least": "at least|no (?:less|fewer) than",
        "only": "nothing but|only|solely|exclusively",
        "must": "must|(?:has|have) to",
        "should": "should|ought",
        "may": "may|might|can|cannot|can[’']t",
        "never": "never",
        "no": r"never|not|no|nor|nobody|nothing|none|neither|cannot|\w+n[’']t|without",
        "always": "always",
        "often": "often|frequently",
        "rarely": "rarely|seldom|less often",
        "usually": "usually|normally|mostly",
        "sometimes": "sometimes|occasionally|at times",
        "likely": "likel(?:y|ier|iest)|probably",
        "all": "all|every(?:one|thing|body)?|each",
        "some": "some|several",
        "many": "(?<!as )(?<!how )(?<!so )(?<!too )many|most of",
        "more": "more",
        "less": "less|fewer",
        "before": "before",
        "after": "(?<!look )(?<!looks )(?<!looking )(?<!looked )after",
        "if": "if|unless",
        "or": "or",
        "now": "immediately|at once|right away|straight away",
    }
)
"""Words that carry the meaning of a sentence: what must be, may be, never is, how often and how much."""

ANSWERS = WordKinds(
    {
        "most": r"most|max\w*|within|limit\w*|latest",
        "least": "minimum|least|or more|somewhat",
        "only": "just|alone|merely|but|sole|until|unless|itself|themselves",
        "must": r"need\w*|required?|obliged|mandatory|necessary|duty|should",
        "should": r"need\w*|must|(?:has|have|is|are) to|want\w*|meant",
        "may": r"could|able|allowed|possible|possibly|right|free|lets?|would|easily|must not|mustn[’']t",
        "never": "nobody|none|nothing|ever|without",
        "no": (
            r"nowhere|un(?!til|der|it|less|ion|ique|us)\w+|invalid|incomplete|miss(?:ing|es|ed)?|lack\w*|"
            r"reject\w*|refus\w*|avoid\w*|instead|except|fail\w*|\w+less|rather than|other than|outside|"
            r"rule out|left out|off|different|closed|keeps?|stays?|dead|gone|put off|unless|until|disagree\w*|"
            r"wrong|bad|(?:not|nor)\b[^.;]{1,60}?\bor"
        ),
        "always": r"every\w*|all|ever|never|constant\w*|any|each|whenever|still",
        "often": r"most\w*|usual\w*|common\w*|frequent\w*|likel\w+|regular\w*|many|daily|more",
        "rarely": "rare|few|hardly|less|little|not|no",
        "usually": r"usual|common\w*|often|most|general\w*|mainly|rule|normal",
        "sometimes": "some|now and then|may|can|from time|once",
        "likely": r"probab\w*|chance\w*|expect\w*|perhaps|maybe|odds|may|promis\w+|often|easily",
        "all": (
            r"whole|any\w*|entire|every\w*|always|both|none?|throughout|per|full\w*|complete\w*|total|"
            "rest|same|one by one|never|else|day to day|daily|a"
        ),
        "some": r"certain|few|any|some\w+|part\w*|many|other\w*|one|more|multiple|a|what",
        "many": r"most\w*|lot|majority|much|several|great|large\w*|more|number",
        "more": r"most|several|higher|larger|longer|over|further|multiple|better|extra|\w+er|many|too",
        "less": r"small\w*|lower|minor|short\w*|under|below|rather|minus|little",
        "before": (
            r"beforehand|advance|earlier|until|first|ahead|ago|prior|last|previous\w*|already|former\w*|"
            r"old\w*|than"
        ),
        "after": (
            r"then|later|once|afterwards|when|follow\w*|ends?|from|since|next|has|have|on|with\w*|by|"
            r"finish\w*|second"
        ),
        "if": r"when\w*|where\w*|who\w*|without|with|whether|until|should|otherwise|in case|once|provided|too",
        "or": "nor|either|neither|whether|as well as|and/or|any",
        "now": "now|promptly|straight|the same|just|right|directly",
        "any": r"every\w*|each|all|either|who\w*|what\w*",
        "others": "another|else|each|both|other",
        "first": "advance|top|new|before|newcomers?",
        "sure": r"looks? after|keeps?|sees? (?:that|to)|watch\w*|responsible",
        "possible": r"can|may|prospects?|prospective|chances?",
        "alone": r"own|independent\w*|itself|automatic\w*|only",
    }
)
"""Other words with which a good translation may answer a signal of the other language."""

AUDITED = MappingProxyType(
    {
        "any": "any(?:one|body)?",
        "others": "others?|the rest",
        "first": "first",
        "already": "already",
        "sure": "makes? sure|ensures?",
        "both": "both",
        "possible": "potential|possible",
        "alone": "alone|themsel(?:f|ves)|in person",
    }
)
"""Words of further kinds, which only the audit compares."""
