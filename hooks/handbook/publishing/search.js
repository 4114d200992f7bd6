// Language support for search, loaded by Material's worker; the build inserts the data of a language.
// Each word is indexed without diacritics and as its stem, and queries search for both.
(function (lunr, data) {
  var words = [], typed = {}, wanted = [];

  function fold(word) {
    var plain = "";
    for (var sign of word.toLowerCase()) plain += data.fold[sign] || sign;
    data.alike.forEach(function (pair) { plain = plain.split(pair[0]).join(pair[1]); });
    data.yat.forEach(function (pair) { plain = plain.replace(new RegExp(pair[0], "g"), pair[1]); });
    return plain;
  }

  function firm(plain) {
    for (var key in data.firm)
      if (plain.startsWith(key) && (plain === key || data.endings.includes(plain.slice(key.length)))) return data.firm[key];
  }

  function bare(plain) {
    var ending = data.endings.find(function (end) {
      return plain.endsWith(end) && plain.length - end.length >= data.shortest;
    });
    return ending ? plain.slice(0, -ending.length) : plain;
  }

  function once(plain) {
    var pair = data.alternations.find(function (pair) {
      return plain === pair[0] ||
        (plain.endsWith(pair[0]) && plain.length - pair[0].length + pair[1].length >= data.shortest);
    });
    return pair ? plain.slice(0, -pair[0].length) + pair[1] : plain;
  }

  function alternated(plain) {
    for (var other = once(plain); other !== plain; other = once(plain)) plain = other;
    return plain;
  }

  function stem(plain) {
    if (!data.endings.length) return lunr.stemmer(new lunr.Token(plain)).toString();
    return plain.length > data.longest ? plain : firm(plain) || alternated(bare(plain));
  }

  function index(token) {
    var plain = fold(token.toString()), key = stem(plain);
    if (!plain || data.stop.includes(plain)) return null;
    var whole = token.clone(function () { return plain; });
    return key === plain ? whole : [whole, token.clone(function () { return key; })];
  }

  function known(start) {
    var low = 0, high = words.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (words[middle] < start) low = middle + 1; else high = middle;
    }
    return low < words.length && words[low].startsWith(start);
  }

  // The terms to search for in place of a typed word: its stem, words with the same beginning, or a shorter beginning.
  function asked(plain) {
    var key = stem(plain), found = [key, plain].filter(known);
    if (found.length > 1 && plain.startsWith(key)) found = [key];
    for (var end = plain.length - 1; !found.length && end >= Math.max(4, plain.length * 0.6); end--)
      if (known(plain.slice(0, end))) found = [plain.slice(0, end)];
    return (found.length ? found : [plain]).map(function (start) { return start + "*"; });
  }

  function replace(clauses) {
    var some = clauses.filter(function (one) { return !data.stop.includes(fold(one.term.replace(/\*/g, ""))); });
    var result = [];
    wanted = [];
    (some.length ? some : clauses).forEach(function (one) {
      var plain = fold(one.term.replace(/\*/g, ""));
      if (one.presence !== lunr.Query.presence.PROHIBITED) wanted.push([plain, stem(plain)]);
      var terms = /\*$/.test(one.term) ? asked(plain) : [stem(plain)];
      terms.forEach(function (term) {
        typed[term.replace("*", "")] = one.term.replace(/\*/g, "");
        result.push(Object.assign({}, one, { term: term, usePipeline: false }));
      });
    });
    return result;
  }

  var parse = lunr.QueryParser.prototype.parse;
  lunr.QueryParser.prototype.parse = function () {
    var query = parse.call(this);
    query.clauses = replace(query.clauses);
    return query;
  };

  var build = lunr.Builder.prototype.build;
  lunr.Builder.prototype.build = function () {
    var built = build.call(this);
    words = Object.keys(built.invertedIndex).sort();
    return built;
  };

  // A word and its stem are indexed at the same position, which is highlighted once.
  var search = lunr.Index.prototype.search;
  lunr.Index.prototype.search = function () {
    var found = search.apply(this, arguments);
    found.forEach(function (result) {
      var seen = {};
      Object.values(result.matchData.metadata).forEach(function (fields) {
        Object.keys(fields).forEach(function (field) {
          seen[field] = seen[field] || {};
          fields[field].position = fields[field].position.filter(function (place) {
            return !seen[field][place] && (seen[field][place] = true);
          });
        });
      });
    });
    return found;
  };

  // How well a title matches the query: 2 for an exact match, between 1 and 2 if it contains all words, else 0.
  function fit(title) {
    var said = title.replace(/<[^>]*>/g, "").split(lunr.tokenizer.separator).map(fold)
      .filter(function (plain) { return plain && !data.stop.includes(plain); });
    var stems = said.map(stem);
    var all = wanted.length && wanted.every(function (pair) {
      return stems.includes(pair[1]) || said.some(function (plain) { return plain.startsWith(pair[0]); });
    });
    if (!all) return 0;
    return said.length === wanted.length && wanted.every(function (pair) { return stems.includes(pair[1]); })
      ? 2 : 1 + 1 / (said.length + 1);
  }

  function rank(item) {
    var other = (item.names || "").split(", ").map(fit);
    var best = Math.max(fit(item.title), Math.max.apply(null, other) * 0.95);
    return item.location.includes("#") ? best / 2 : best;
  }

  // A page whose title matches comes before a section whose title matches, and that before a match in text.
  function sort(items) {
    items.forEach(function (group) {
      group.forEach(function (item) { item.score += 1e9 * Math.floor(rank(item) * 100); });
      group.sort(function (one, other) { return other.score - one.score; });
    });
    items.sort(function (one, other) { return other[0].score - one[0].score; });
  }

  // The page that is opened highlights words as they are written there, not as they were typed.
  function tidy(item) {
    var marked = [], terms = {};
    ["title", "text"].forEach(function (field) {
      if (!item[field]) return;
      item[field].replace(/<mark>([^<]*)<\/mark>/g, function (_, word) { marked.push(word.toLowerCase()); });
    });
    marked.slice(0, 12).forEach(function (word) { terms[word] = true; });
    var met = Object.keys(item.terms).filter(function (key) { return item.terms[key]; })
      .map(function (key) { return typed[key]; });
    Object.keys(item.terms).forEach(function (key) {
      var word = typed[key] || key;
      if (!item.terms[key] && !met.includes(word) && !terms[word]) terms[word] = false;
    });
    item.terms = terms;
  }

  var send = self.postMessage;
  self.postMessage = function (message) {
    var items = message && message.data && message.data.items;
    if (items) {
      sort(items);
      items.forEach(function (group) { group.forEach(tidy); });
    }
    return send.apply(self, arguments);
  };

  lunr.Pipeline.registerFunction(index, "handbook-" + data.lang);
  lunr[data.lang] = function () {
    this.pipeline.reset();
    this.searchPipeline.reset();
    this.pipeline.add(index);
  };
  lunr[data.lang].handbook = { fold: fold, stem: stem };
})(self.lunr, DATA);
