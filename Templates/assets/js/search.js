// Search: the index calls keyportSearch(entries); an entry is { u: address, t: title, p: place, d: description, s: [{ i: id, h: heading, t: text }…] }.
(() => {
  // Small letters without accents, of the same length as the text, so that places in one are places in the other.
  const fold = (text) => text.replace(/[^\0-\x7f]/g, (letter) => letter.normalize("NFD")[0]).toLowerCase();
  let parts = [];
  let dialog, input, list, status, words;

  window.keyportSearch = (entries) => {
    for (const { u: address, t: title, p: place, d: description, s: sections } of entries) {
      for (const { i: id, h: heading, t: text } of sections) {
        const body = id ? text : [description, text].filter(Boolean).join(" · ");
        parts.push({
          address: id ? `${address}#${id}` : address, title, place, heading, body,
          inTitle: fold(title), inHeading: fold(heading), inBody: fold(body),
        });
      }
    }
  };

  // 2 at the start of a word, 1 within one, 0 nowhere.
  const hit = (text, term) => {
    const at = text.indexOf(term);
    if (at < 0) return 0;
    return new RegExp(`(^|[^\\p{L}\\p{N}])${term.replace(/[^\p{L}\p{N}]/gu, "\\$&")}`, "u").test(text) ? 2 : 1;
  };

  // Every term must be in a part; the title weighs most, and the page itself more than its parts.
  const find = (query) => {
    const terms = fold(query).split(/\s+/).filter(Boolean);
    if (!terms.length) return [];
    const found = [];
    for (const part of parts) {
      let score = 0;
      for (const term of terms) {
        const points = (part.heading ? 2 : 9) * hit(part.inTitle, term) + 5 * hit(part.inHeading, term) + hit(part.inBody, term);
        const counts = part.heading ? hit(part.inHeading, term) + hit(part.inBody, term) : points;
        if (!counts) {
          score = 0;
          break;
        }
        score += points;
      }
      if (score) found.push({ part, score });
    }
    return found.sort((a, b) => b.score - a.score).slice(0, 30).map((entry) => ({ ...entry.part, terms }));
  };

  // Text with the terms marked, built as nodes, so that nothing of the index is read as HTML.
  const marked = (text, terms) => {
    const folded = fold(text);
    const out = document.createDocumentFragment();
    if (folded.length !== text.length) {
      out.append(text);
      return out;
    }
    let at = 0;
    while (at < text.length) {
      let next = -1, length = 0;
      for (const term of terms) {
        const place = folded.indexOf(term, at);
        if (place >= 0 && (next < 0 || place < next)) [next, length] = [place, term.length];
      }
      if (next < 0) break;
      const mark = document.createElement("mark");
      mark.textContent = text.slice(next, next + length);
      out.append(text.slice(at, next), mark);
      at = next + length;
    }
    out.append(text.slice(at));
    return out;
  };
  const excerpt = (result) => {
    const first = Math.min(...result.terms.map((term) => result.inBody.indexOf(term)).filter((at) => at >= 0));
    const from = Number.isFinite(first) ? Math.max(0, result.body.lastIndexOf(" ", Math.max(0, first - 40))) : 0;
    let end = from + 160;
    // Ends with a whole word, where there is one.
    if (end < result.body.length) end = Math.max(result.body.lastIndexOf(" ", end), from + 80);
    return (from ? "…" : "") + result.body.slice(from, end).trim() + (end < result.body.length ? "…" : "");
  };

  const show = () => {
    const results = find(input.value);
    list.replaceChildren(...results.map((result) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = result.address;
      const title = document.createElement("strong");
      title.append(marked(result.heading || result.title, result.terms));
      const place = document.createElement("small");
      place.textContent = [result.place, result.heading && result.title].filter(Boolean).join(" › ");
      const text = document.createElement("span");
      text.append(marked(excerpt(result), result.terms));
      link.append(title, place, text);
      item.append(link);
      return item;
    }));
    const count = results.length;
    status.textContent = !input.value.trim() ? "" : count === 0 ? words.none : count === 1 ? words.one : `${count} ${words.some}`;
  };

  const build = () => {
    const element = (name, attributes, ...children) => {
      const made = document.createElement(name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      made.append(...children);
      return made;
    };
    input = element("input", { type: "search", placeholder: words.placeholder, "aria-label": words.search, autocomplete: "off", spellcheck: "false" });
    status = element("p", { role: "status" });
    list = element("ul", {});
    const close = element("button", { type: "button" }, words.close);
    dialog = element("dialog", { class: "search", "aria-label": words.search }, element("div", {}, input, close), status, list);
    document.body.append(dialog);
    input.addEventListener("input", show);
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog || event.target.closest("a")) dialog.close();
    });
    dialog.addEventListener("keydown", (event) => {
      const stops = [input, ...list.querySelectorAll("a")];
      const at = stops.indexOf(document.activeElement);
      const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step && at >= 0) {
        event.preventDefault();
        stops[(at + step + stops.length) % stops.length].focus();
      } else if (event.key === "Enter" && document.activeElement === input && stops[1]) {
        event.preventDefault();
        stops[1].click();
      }
    });
  };

  window.keyportSearch.open = (texts) => {
    words = texts;
    if (!dialog) build();
    if (!dialog.open) dialog.showModal();
    input.select();
  };
})();
