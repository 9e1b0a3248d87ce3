// On every page: the search field with suggestions (an ARIA combobox with a list box), the colour switch, the
// service worker.
const field = document.querySelector("#find");
if (field) {
  const DELAY = 60;
  const list = document.createElement("ul");
  list.id = "find-list";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  const status = document.createElement("span");
  status.className = "hidden";
  status.setAttribute("role", "status");
  field.form.append(list, status);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-expanded", "false");

  let active = -1;
  let timer = 0;
  let request = null;

  function close() {
    request?.abort();
    clearTimeout(timer);
    list.hidden = true;
    active = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function choose(next) {
    const options = list.children;
    options[active]?.setAttribute("aria-selected", "false");
    active = (next + options.length) % options.length;
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", options[active].id);
  }

  function show(suggestions) {
    active = -1;
    field.removeAttribute("aria-activedescendant");
    list.replaceChildren(...suggestions.map((suggestion, place) => {
      const option = document.createElement("li");
      option.id = `find-option-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.url = suggestion.url;
      const text = document.createElement(suggestion.kind === "title" ? "span" : "code");
      text.textContent = suggestion.text;
      option.append(text);
      if (suggestion.kind !== "title") {
        const title = document.createElement("span");
        title.className = "suggestion-title";
        title.textContent = suggestion.title;
        option.append(title);
      }
      return option;
    }));
    list.hidden = suggestions.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = suggestions.length === 0 ? "No suggestions" : suggestions.length === 1 ? "1 suggestion" : `${suggestions.length} suggestions`;
  }

  async function ask() {
    request?.abort();
    const typed = field.value.trim();
    if (typed.length < 2 || typed.length > 200) {
      close();
      return;
    }
    request = new AbortController();
    try {
      const response = await fetch(`/api/v1/suggest?limit=8&q=${encodeURIComponent(typed)}`, { signal: request.signal });
      if (response.ok) show((await response.json()).suggestions);
    } catch {
      // Aborted by the next letter, or offline: the field still searches.
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      // A search field would also lose its text; that is for the second press.
      if (!list.hidden) event.preventDefault();
      close();
    } else if (!list.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? active + 1 : active < 0 ? -1 : active - 1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      location.assign(list.children[active].dataset.url);
    }
  });
  field.addEventListener("blur", () => setTimeout(close, 150));
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });

  // "/" takes the reader there, with what they have selected as the query.
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const selected = String(getSelection()).trim().replace(/\s+/g, " ");
    if (selected && selected.length <= 200) {
      field.value = selected;
      ask();
    }
    field.focus();
    field.select();
  });
}

const CHOICES = ["system", "light", "dark"];
const button = document.querySelector(".theme");
if (button) {
  const root = document.documentElement;
  const say = () => {
    const choice = root.dataset.theme ?? "system";
    button.setAttribute("aria-label", choice === "system" ? "Colours: as the system" : `Colours: ${choice}`);
    button.firstElementChild.textContent = { system: "◐", light: "○", dark: "●" }[choice];
  };
  say();
  button.addEventListener("click", () => {
    const next = CHOICES[(CHOICES.indexOf(root.dataset.theme ?? "system") + 1) % CHOICES.length];
    if (next === "system") delete root.dataset.theme;
    else root.dataset.theme = next;
    try {
      if (next === "system") localStorage.removeItem("theme");
      else localStorage.setItem("theme", next);
    } catch {
      // Not remembered; it holds for this page.
    }
    say();
  });
}

if ("serviceWorker" in navigator) {
  addEventListener("load", () => navigator.serviceWorker.register("/sw.js").catch(() => {}));
}
