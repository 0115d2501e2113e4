// Reviewing without loading pages: keys, the next thing fetched ahead, places taken from selected text.
// Every step works without this by links and forms.
"use strict";

(() => {
  const KEYS = "servanda-single-keys";
  const main = document.getElementById("main");
  const ahead = new Map(); // pages fetched before they are asked for, by address
  let waiting = Promise.resolve(); // verdicts are sent one after the other
  let unsent = 0;

  const review = () => main.querySelector("[data-review]");
  const item = () => review()?.dataset.item;
  const keysAreOn = () => localStorage.getItem(KEYS) !== "off";

  function parsed(text) {
    return new DOMParser().parseFromString(text, "text/html");
  }

  function show(page, address, remember = true) {
    const content = page.getElementById("main");
    if (!content?.querySelector("[data-review]")) {
      location.assign(address); // a page of another kind is loaded as any other
      return;
    }
    main.replaceChildren(...content.childNodes);
    document.title = page.title;
    if (remember) history.pushState({ swapped: true }, "", address);
    prepare();
    const heading = main.querySelector("h1");
    const first = main.querySelector(".writing [aria-invalid], .writing select, .writing textarea");
    (first ?? heading)?.focus({ preventScroll: Boolean(first) });
    scrollTo(0, 0);
    announce(heading?.textContent ?? "");
  }

  function announce(words) {
    const place = document.getElementById("announce");
    if (place) place.textContent = words;
  }

  async function got(address) {
    const kept = ahead.get(address);
    ahead.delete(address);
    return kept ?? fetched(address);
  }

  async function fetched(address, options = {}) {
    const answer = await fetch(address, { credentials: "same-origin", ...options });
    return { ok: answer.ok, address: answer.url, text: await answer.text() };
  }

  function fetchAhead() {
    const address = review()?.dataset.ahead;
    if (!address || ahead.has(address)) return;
    ahead.clear();
    const page = fetched(address);
    ahead.set(address, page);
    page.catch(() => ahead.delete(address));
  }

  async function go(address) {
    try {
      const page = await got(address);
      show(parsed(page.text), page.address);
    } catch {
      location.assign(address);
    }
  }

  // A verdict shows the next thing at once, if it has been fetched, and is sent meanwhile. Where it is refused,
  // its page comes back with what was typed.
  async function send(form, button) {
    const sent = new URLSearchParams(new FormData(form, button));
    const address = button?.getAttribute("formaction") ?? form.getAttribute("action");
    const next = review()?.dataset.ahead;
    const kept = next && sent.get("next") === next ? ahead.get(next) : undefined;
    unsent += 1;
    const answer = (waiting = waiting.catch(() => {}).then(() => fetched(address, { method: "POST", body: sent })));
    try {
      if (kept) {
        ahead.delete(next);
        const page = await kept;
        if (page.ok) show(parsed(page.text), page.address);
      }
      const page = await answer;
      const content = parsed(page.text);
      const same = content.querySelector("[data-review]")?.dataset.item === item();
      if (page.ok && kept && same) tell(content);
      else if (!page.ok || !kept) show(content, page.address, page.ok);
    } catch {
      announce("Not sent: the desk does not answer. Try again.");
      const problem = document.createElement("p");
      problem.className = "problem";
      problem.setAttribute("role", "alert");
      problem.textContent = "The last verdict was not recorded: the desk does not answer.";
      review()?.prepend(problem);
    } finally {
      unsent -= 1;
    }
  }

  function tell(content) {
    const [here, there] = [main.querySelector("#told"), content.getElementById("told")];
    if (here && there) here.replaceChildren(...there.childNodes);
  }

  function prepare() {
    for (const button of main.querySelectorAll("[data-take]")) button.hidden = false;
    const toggle = document.getElementById("single-keys");
    if (toggle) {
      toggle.hidden = false;
      toggle.setAttribute("aria-pressed", String(keysAreOn()));
      toggle.textContent = keysAreOn() ? "Single-letter keys are on" : "Single-letter keys are off";
    }
    fetchAhead();
  }

  // Places in the text are counted in characters as the server counts them: code points.
  function placeOf(node, offset) {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-start]");
    if (!piece) return null;
    const range = document.createRange();
    range.setStart(piece, 0);
    range.setEnd(node, offset);
    return Number(piece.dataset.start) + [...range.toString()].length;
  }

  function selected() {
    const selection = getSelection();
    const text = document.getElementById("text");
    if (!selection.rangeCount || selection.isCollapsed || !text) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const words = range.toString();
    const start = placeOf(range.startContainer, range.startOffset);
    const end = placeOf(range.endContainer, range.endOffset);
    if (start === null || end === null || end <= start) return null;
    const before = [...words].length - [...words.trimStart()].length;
    const after = [...words].length - [...words.trimEnd()].length;
    return end - after > start + before ? { start: start + before, end: end - after, words: words.trim() } : null;
  }

  function take(into, place) {
    into.querySelector("[name=start]").value = place.start;
    into.querySelector("[name=end]").value = place.end;
    const words = into.querySelector("[data-words]");
    if (words) words.textContent = place.words;
  }

  function isTyping(target) {
    return target.closest("input, textarea, select, [contenteditable]") !== null;
  }

  let last = null; // a click on a button may end the selection before it is asked for
  document.addEventListener("selectionchange", () => {
    const place = selected();
    if (!place) return;
    last = place;
    const form = document.querySelector("[data-select]");
    if (form) take(form, place);
  });

  document.addEventListener("click", (event) => {
    const taking = event.target.closest("[data-take]");
    if (taking && last) take(taking.closest(".span"), last);
    if (event.target.closest("#single-keys")) {
      localStorage.setItem(KEYS, keysAreOn() ? "off" : "on");
      prepare();
    }
    const link = event.target.closest("a[data-swap]");
    if (link && review() && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      go(link.getAttribute("href"));
    }
  });

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-verdict], [data-review] .told")) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });

  document.addEventListener("keydown", (event) => {
    const writing = main.querySelector("form.writing");
    if (writing && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      writing.requestSubmit();
      return;
    }
    if (writing && event.key === "Escape") {
      event.preventDefault();
      go(writing.dataset.leave);
      return;
    }
    const modified = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat;
    if (modified || !review() || !keysAreOn() || isTyping(event.target)) return;
    const act = main.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
    if (!act) return;
    event.preventDefault();
    if (act.matches("a")) go(act.getAttribute("href"));
    else act.form.requestSubmit(act);
  });

  addEventListener("popstate", (event) => {
    if (event.state?.swapped || review()) location.reload();
  });
  addEventListener("beforeunload", (event) => {
    if (unsent) event.preventDefault();
  });
  prepare();
})();
