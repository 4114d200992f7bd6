/* A custom file format for Decap that rewrites only the changed keys of the front matter, so that comments,
   quotes and the order of keys are kept; Decap's own format would rewrite all of it. */

(() => {
  "use strict";

  const EDGE = "---\n";
  const SOURCE = "handbook/front-matter";  // passed along with the page's data; never saved

  /** The front matter (null if there is none) and the body of a page. */
  function parted(text) {
    const end = text.startsWith(EDGE) ? text.indexOf(`\n${EDGE}`, EDGE.length - 1) : -1;
    return end < 0 ? [null, text] : [text.slice(EDGE.length, end + 1), text.slice(end + 1 + EDGE.length)];
  }

  /** The mapping in a YAML text; null if it is invalid, is not a mapping, or has a key `body`. */
  function loaded(yaml) {
    try {
      const data = jsyaml.load(yaml, { schema: jsyaml.CORE_SCHEMA }) ?? {};
      return typeof data === "object" && !Array.isArray(data) && !("body" in data) ? data : null;
    } catch {
      return null;
    }
  }

  /** The lines of each key; an empty map if the front matter cannot be split into one block per key. */
  function blocks(front) {
    const texts = [""];
    let begun = false;
    for (const line of front.split("\n").slice(0, -1)) {
      const begins = !" #-".includes(line[0] ?? " ");
      if (begins && begun) texts.push("");
      texts[texts.length - 1] += `${line}\n`;
      begun ||= begins;
    }
    const keys = texts.map((text) => Object.keys(loaded(text) ?? {}));
    return new Map(keys.every((found) => found.length === 1) ? texts.map((text, at) => [keys[at][0], text]) : []);
  }

  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const empty = (value) => value === null || value === undefined || value === "" || same(value, []);
  const tidy = (value) => (Array.isArray(value) ? value.filter((one) => !empty(one)) : value);

  /** New lines of a key. Quotes what may look like a number: Python parses more as numbers than js-yaml (1_000). */
  function dumped(key, value) {
    const numeric = [value].flat().some((one) => /^[-+.\d]/.test(one));
    return jsyaml.dump({ [key]: value }, { lineWidth: -1, quotingType: '"', forceQuotes: numeric });
  }

  /** The new front matter: old lines for unchanged keys, new lines for changed ones; empty keys are removed. */
  function front(meta, before, order) {
    const old = loaded(before) ?? {};
    const stays = (key) => same(meta[key], old[key]);
    const keys = [...new Set([...Object.keys(old), ...order, ...Object.keys(meta)])];
    if (keys.every((key) => stays(key) || (!(key in old) && empty(tidy(meta[key]))))) return before;
    const lines = blocks(before);
    return keys
      .filter((key) => (stays(key) ? key in old : !empty(tidy(meta[key]))))
      .map((key) => (stays(key) && lines.get(key)) || dumped(key, tidy(meta[key])))
      .join("");
  }

  const format = {
    fromFile(text) {
      const [before, body] = parted(text);
      const data = loaded(before ?? "");
      return data ? { ...data, [SOURCE]: before, body } : { [SOURCE]: null, body: text };
    },
    toFile({ [SOURCE]: before = null, body = "", ...meta }, order = []) {
      const lines = front(meta, before ?? "", order);
      return before === null && !lines ? body : EDGE + lines + EDGE + body;
    },
  };

  /** A widget for a list of names, one per line; Decap's own list needs three clicks per name. */
  function lines() {
    return createClass({
      render() {
        const { forID, value, classNameWrapper, setActiveStyle, setInactiveStyle, onChange } = this.props;
        const names = value?.toJS?.() ?? value ?? [];
        return h("textarea", {
          id: forID, className: classNameWrapper, rows: names.length + 1, style: { fontFamily: "inherit" }, value: names.join("\n"),
          onFocus: setActiveStyle, onBlur: setInactiveStyle,
          onChange: (event) => onChange(event.target.value.split("\n")),
        });
      },
    });
  }

  /** Decap's translations, overridden by ours. */
  function merged(theirs, ours) {
    if (typeof ours !== "object") return ours;
    const both = Object.entries(ours).map(([key, words]) => [key, merged(theirs?.[key] ?? {}, words)]);
    return { ...theirs, ...Object.fromEntries(both) };
  }

  async function start() {
    const [config, words] = await Promise.all(["config.yml", "words.json"].map(async (name) => (await fetch(name)).text()));
    CMS.registerLocale("sr", merged(CMS.getLocale("sr_Cyrl"), JSON.parse(words)));
    CMS.registerCustomFormat("handbook", "md", format);
    CMS.registerWidget("lines", lines());
    CMS.registerMediaLibrary({ name: "none", init: () => ({ show() {}, hide() {}, enableStandalone: () => false }) });
    const site = new URL("..", location.href).href;
    CMS.init({ config: { ...jsyaml.load(config), load_config_file: false, site_url: site, display_url: site } });
  }

  window.CMS_MANUAL_INIT = true;  // Decap is loaded after this file and would start without our translations
  addEventListener("DOMContentLoaded", start);
})();
