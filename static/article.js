// The article: tabs whose choice is remembered, steps to tick off, the current section in the contents.
function remembered(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key, value) {
  try {
    if (value === "") localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Storage may be blocked; the choice holds for this page.
  }
}

// Tabs (ARIA Authoring Practices): one stop for the Tab key, arrows between tabs, the panel follows.
for (const group of document.querySelectorAll(".tabs")) {
  const tabs = [...group.querySelectorAll("[role=tab]")];
  const panels = [...group.querySelectorAll(":scope > .panel")];
  if (tabs.length === 0) continue;
  const kind = group.dataset.tabs;

  function select(place, focus) {
    tabs.forEach((tab, each) => {
      tab.setAttribute("aria-selected", String(each === place));
      tab.tabIndex = each === place ? 0 : -1;
      panels[each].hidden = each !== place;
    });
    group.classList.add("chosen");
    if (focus) tabs[place].focus();
  }

  panels.forEach((panel, each) => {
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", tabs[each].id);
    panel.tabIndex = 0;
  });
  const wanted = remembered(`tab-${kind}`) ?? (kind === "browser" ? document.documentElement.dataset.browser : null);
  const linked = location.hash ? panels.findIndex((panel) => panel.querySelector(`#${CSS.escape(location.hash.slice(1))}`)) : -1;
  const known = tabs.findIndex((tab) => tab.dataset.key === wanted);
  select(linked >= 0 ? linked : Math.max(0, known), false);
  tabs.forEach((tab, place) => {
    tab.addEventListener("click", () => {
      select(place, false);
      remember(`tab-${kind}`, tab.dataset.key);
    });
    tab.addEventListener("keydown", (event) => {
      const next = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      const target = (next + tabs.length) % tabs.length;
      select(target, true);
      remember(`tab-${kind}`, tabs[target].dataset.key);
    });
  });
}

const steps = document.querySelector(".steps");
if (steps) {
  const key = `steps-${steps.dataset.slug}`;
  const done = new Set((remembered(key) ?? "").split(",").filter(Boolean));
  [...steps.querySelectorAll(":scope > ol > li")].forEach((step, place) => {
    const number = String(place + 1);
    const tick = document.createElement("button");
    tick.type = "button";
    tick.className = "tick";
    tick.setAttribute("role", "checkbox");
    const say = () => {
      const ticked = done.has(number);
      tick.setAttribute("aria-checked", String(ticked));
      tick.setAttribute("aria-label", `Step ${number} done`);
      tick.textContent = ticked ? "✓" : number;
      step.classList.toggle("ticked", ticked);
    };
    tick.addEventListener("click", () => {
      if (!done.delete(number)) done.add(number);
      remember(key, [...done].join(","));
      say();
    });
    say();
    step.prepend(tick);
  });
}

const links = new Map([...document.querySelectorAll(".contents a")].map((link) => [link.hash.slice(1), link]));
const headings = [...links.keys()].map((id) => document.getElementById(id)).filter(Boolean);
if (headings.length > 0) {
  const watcher = new IntersectionObserver(() => {
    const current = headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 3) ?? headings[0];
    for (const [id, link] of links) {
      if (id === current.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }, { rootMargin: "0px 0px -66% 0px", threshold: [0, 1] });
  headings.forEach((heading) => watcher.observe(heading));
}
