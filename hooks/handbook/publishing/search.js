// The search engine of one language, for the search box and the filters of pages; the build inserts DATA.
// A page is found by the share of a question that it answers, rare words counting more than common ones.
self.handbookSearch = (function (data) {
  // What a word is worth in a name, in the title of a section, and in running text.
  const NAME = 1, TITLE = 0.75, TEXT = 0.5;
  // What a fitting name is worth: the title of a page, another name of it, a name of one of its sections.
  const OWN = 1, OTHER = 0.9, SECTION_NAME = 0.8;
  // What is worth how much: all sections of a page, its best section, its best name.
  const SHARE = 1, SECTION = 0.4, FIT = 0.9;
  // How much a word is worth that begins as typed, or differs by a typo.
  const BEGUN = 0.8, NEAR = 0.75;
  const LEAST = 0.4, MOST = 30, CANDIDATES = 100;
  // An answer is worth more if its question fits that well.
  const ANSWERED = 0.6, ANSWER = 0.3;
  // How alike a name must be to be offered when nothing is found.
  const ALIKE = 0.4;
  const forms = new Map();

  function fold(word) {
    let plain = "";
    for (const letter of word.toLowerCase()) plain += data.fold[letter] ?? letter;
    data.alike.forEach(([from, to]) => { plain = plain.split(from).join(to); });
    data.yat.forEach(([from, to]) => { plain = plain.replace(new RegExp(from, "g"), to); });
    return plain;
  }

  function firm(plain) {
    for (const key in data.firm)
      if (plain.startsWith(key) && (plain === key || data.endings.includes(plain.slice(key.length)))) return data.firm[key];
  }

  function bare(plain) {
    const ending = data.endings.find(end => plain.endsWith(end) && plain.length - end.length >= data.shortest);
    return ending ? plain.slice(0, -ending.length) : plain;
  }

  function once(plain) {
    const pair = data.alternations.find(([end, other]) =>
      plain === end || (plain.endsWith(end) && plain.length - end.length + other.length >= data.shortest));
    return pair ? plain.slice(0, -pair[0].length) + pair[1] : plain;
  }

  function alternated(plain) {
    for (let other = once(plain); other !== plain; other = once(plain)) plain = other;
    return plain;
  }

  function stem(plain) {
    return plain.length > data.longest ? plain : firm(plain) ?? alternated(bare(plain));
  }

  const stop = new Set(data.stop);

  function form(raw) {
    const plain = fold(raw);
    return {raw, plain, stem: stem(plain), stop: stop.has(plain)};
  }

  // The words of a text: as written, folded, and their stems.
  function words(text) {
    return (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(raw => {
      if (!forms.has(raw)) forms.set(raw, form(raw));
      return forms.get(raw);
    });
  }

  // Whether two words differ by at most so many letters missing, added, changed or swapped with the next one.
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [], row = Array.from({length: other.length + 1}, (_, n) => n);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + !same);
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
          next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
      if (Math.min(...row) > most) return most + 1;
    }
    return row[other.length];
  }

  const plainText = html => html.replace(/<[^>]*>/g, " ").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

  // Entries are pages, each with its sections, and answers to questions.
  function grouped(docs) {
    const entries = new Map();
    docs.forEach((doc, number) => {
      const key = doc.answer ? number : doc.location.split("#")[0];
      if (!entries.has(key)) entries.set(key, {docs: [], names: [], worth: new Map(), answer: Boolean(doc.answer)});
      entries.get(key).docs.push(doc);
    });
    return [...entries.values()];
  }

  function engine(docs) {
    const entries = grouped(docs), within = new Map(), known = new Map();

    function add(entry, doc, found, worth) {
      for (const word of found) {
        known.set(word.plain, word);
        doc.stems.add(word.stem);
        if (!(entry.worth.get(word.stem) >= worth)) entry.worth.set(word.stem, worth);
      }
    }

    function name(entry, doc, text, first) {
      const found = words(text);
      add(entry, doc, found, first ? NAME : TITLE);
      const stems = [...new Set(found.filter(one => !one.stop).map(one => one.stem))];
      if (stems.length) entry.names.push({name: text, doc, stems, weight: !first ? SECTION_NAME : text === doc.heading ? OWN : OTHER});
    }

    for (const entry of entries) {
      entry.docs.forEach((doc, number) => {
        doc.plain = plainText(doc.text);
        doc.heading = plainText(doc.title).trim();
        doc.stems = new Set();
        for (const text of [doc.heading, ...(doc.names ?? [])]) name(entry, doc, text, !number);
        add(entry, doc, new Set(words(doc.plain)), TEXT);
      });
      for (const [stem, worth] of entry.worth) {
        if (!within.has(stem)) within.set(stem, []);
        within.get(stem).push([entry, worth]);
      }
    }
    const vocabulary = [...known.keys()].sort();
    const rarity = stem => Math.log(1 + entries.length / (within.get(stem)?.length ?? 1));

    function beginning(start) {
      let low = 0, high = vocabulary.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (vocabulary[middle] < start) low = middle + 1; else high = middle;
      }
      let end = low;
      while (end < vocabulary.length && vocabulary[end].startsWith(start)) end++;
      return vocabulary.slice(low, end);
    }

    // The words that differ from one by a typo: not in the first letter, unless it is swapped with the second.
    function similar(plain) {
      let best = plain.length < 4 ? 0 : plain.length < 8 ? 1 : 2, found = [];
      if (best) for (const other of [...beginning(plain[0]), ...beginning(plain[1] + plain[0])]) {
        const far = distance(plain, other, best);
        if (far < best) [best, found] = [far, [other]];
        else if (far === best) found.push(other);
      }
      return found;
    }

    // What a typed word may mean: the stems of words of the text, and how surely.
    function meant(word, last) {
      const {plain, stem: exact} = word;
      const short = plain.length < 3 || (/^\p{Lu}{2,}$/u.test(word.raw));
      const found = new Map();
      const take = (some, worth) => some.forEach(other => {
        const key = known.get(other).stem;
        if (!found.has(key)) found.set(key, worth);
      });
      if (within.has(exact)) found.set(exact, 1);
      if (last) take(beginning(plain), BEGUN);
      if (!found.size && last) (data.begun ?? []).forEach(([end, other]) => {
        const start = plain.replace(new RegExp(`${end}$`), other);
        if (start !== plain) take(beginning(start), BEGUN);
      });
      if (!found.size && !short && plain.length > 3) take(beginning(plain), BEGUN);
      if (found.size) return {found};
      const typos = similar(plain);
      take(typos, NEAR);
      if (found.size) return {found, typos};
      const least = last && plain.length < 7 ? 3 : Math.max(4, plain.length * 0.6);
      for (let end = plain.length - 1; !found.size && end >= least; end--)
        take(beginning(plain.slice(0, end)), NEAR * 0.8);
      return {found};
    }

    // The words of a query: `+` and quotes demand a word, `-` excludes it.
    function parsed(query, typing) {
      const clean = query.replace(/"([^"]+)"/g, (_, some) => some.trim().replace(/^|\s+/g, " +"));
      const parts = clean.trim().split(/\s+/).flatMap(part => {
        const mark = /^[+-](?=[\p{L}\p{N}])/u.exec(part)?.[0] ?? "";
        return words(part).map(word => ({word, mark}));
      });
      const telling = parts.filter(({word, mark}) => mark || !word.stop);
      const used = telling.length ? telling : parts;
      const open = typing && /[\p{L}\p{N}]$/u.test(query);
      return used.map(({word, mark}, n) => ({word, mark, ...meant(word, open && word === parts.at(-1).word && n === used.length - 1)}));
    }

    // How well a name answers: 1 if it has all words of the question and no others.
    function fit(name, tokens, whole) {
      let met = 0;
      const used = new Set();
      for (const token of tokens) {
        let most = 0, stem;
        for (const key of name.stems) if (token.found.get(key) > most) [most, stem] = [token.found.get(key), key];
        met += most * token.weight;
        if (stem) used.add(stem);
      }
      if (!met) return 0;
      const all = name.stems.reduce((sum, stem) => sum + rarity(stem), 0);
      const precise = [...used].reduce((sum, stem) => sum + rarity(stem), 0) / all;
      const complete = met / whole;
      return name.weight * 2 * precise * complete / (precise + complete);
    }

    // How much of the question each entry answers.
    function shares(tokens) {
      const found = new Map();
      for (const token of tokens) {
        const best = new Map();
        for (const [stem, sure] of token.found)
          for (const [entry, worth] of within.get(stem) ?? [])
            if (!(best.get(entry) >= sure * worth)) best.set(entry, sure * worth);
        for (const [entry, worth] of best) found.set(entry, (found.get(entry) ?? 0) + worth * token.weight);
      }
      return found;
    }

    const pairs = text => new Set(words(text).flatMap(({plain}) => [...plain].map((_, n) => plain.slice(n, n + 2))));

    // The pages with names that share most pairs of letters with a query, for when nothing is found.
    function near(query) {
      const asked = pairs(query);
      const alike = ({name}) => {
        const own = pairs(name);
        return 2 * [...own].filter(pair => asked.has(pair)).length / (own.size + asked.size);
      };
      return entries.map(entry => [best(entry.names, alike)[0], entry.docs[0]])
        .sort(([one], [other]) => other - one).filter(([worth]) => worth >= ALIKE).slice(0, 3).map(([, doc]) => doc);
    }

    const has = (entry, token) => [...token.found.keys()].some(stem => entry.worth.has(stem));

    function best(some, value) {
      let most = 0, found;
      for (const one of some) {
        const worth = value(one);
        if (worth > most * 1.001) [most, found] = [worth, one];
      }
      return [most, found];
    }

    function scored(entry, share, tokens, whole) {
      const [near, doc = entry.docs[0]] = best(entry.docs, one => {
        let sum = 0;
        for (const token of tokens) {
          let most = 0;
          for (const [stem, sure] of token.found) if (sure > most && one.stems.has(stem)) most = sure;
          sum += most * token.weight;
        }
        return sum;
      });
      const [fits, name] = best(entry.names, one => fit(one, tokens, whole));
      const answered = entry.answer && fits >= ANSWERED ? ANSWER : 0;
      return {entry, doc, name, score: (SHARE * share + SECTION * near) / whole + FIT * fits + answered};
    }

    // The results for a query, the best first; `typing`: its last word may be the beginning of one.
    function find(query, typing = true) {
      const tokens = parsed(query, typing);
      const excluded = tokens.filter(token => token.mark === "-");
      const wanted = tokens.filter(token => token.mark !== "-" && (token.found.size || token.mark === "+"));
      for (const token of wanted)
        token.weight = Math.max(0.1, ...[...token.found.keys()].map(rarity));
      const whole = wanted.reduce((sum, token) => sum + token.weight, 0);
      const demanded = wanted.filter(token => token.mark);
      const results = [...shares(wanted)]
        .filter(([entry]) => demanded.every(token => has(entry, token)) && !excluded.some(token => has(entry, token)))
        .sort(([, one], [, other]) => other - one).slice(0, CANDIDATES)
        .map(([entry, share]) => scored(entry, share, wanted, whole)).sort((one, other) => other.score - one.score);
      const kept = results.filter(one => one.score >= LEAST * results[0].score).slice(0, MOST);
      const stems = new Set(wanted.flatMap(token => [...token.found.keys()]));
      return {
        results: kept,
        near: kept.length ? [] : near(query),
        marked: text => words(text).filter(word => stems.has(word.stem) && !word.stop).map(word => word.raw),
        instead: tokens.filter(token => token.typos?.length).map(token => [token.word.raw, known.get(token.typos[0]).raw.toLowerCase()]),
        unknown: tokens.filter(token => token.mark !== "-" && !token.found.size).map(token => token.word.raw),
      };
    }
    return {find};
  }

  return {engine, fold, stem, words};
})(DATA);
