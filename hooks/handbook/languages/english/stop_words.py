"""Words that search ignores in a query with other words: question words, and words without meaning."""

WORDS = """
    a about after all also am an and any are as at be been being but by can could d dear did do does doesn don for
    from get had has have he hello her here hi him his how i if in into is isn it its just like ll m may me might
    mine must my need no nor not of off on only or other our ours own please re s shall she should so some t than
    thanks that the their them then there these they this those to too us ve want was we were what when where which
    while who whoever whom whose why will with would you your yours
"""

STOP_WORDS = tuple(WORDS.split())
