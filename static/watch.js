// Only while an editor works (serve --watch): reloads the page when an article changes, and shows what is wrong above
// it until that is mended.
let version = null;

function overlay(problems) {
  document.querySelector(".problems")?.remove();
  if (problems.length === 0) return;
  const box = document.createElement("aside");
  box.className = "problems";
  box.setAttribute("role", "alert");
  const title = document.createElement("h2");
  title.textContent = problems.length === 1 ? "1 error in the articles" : `${problems.length} errors in the articles`;
  const list = document.createElement("ul");
  for (const problem of problems) {
    const item = document.createElement("li");
    const place = document.createElement("p");
    const code = document.createElement("code");
    code.textContent = problem.place;
    place.append(code, ` ${problem.message} [${problem.rule}]`);
    const excerpt = document.createElement("pre");
    excerpt.textContent = `${problem.line}\n${" ".repeat(Math.max(0, problem.column - 1))}${"^".repeat(Math.max(1, problem.end - problem.column))}`;
    item.append(place, excerpt);
    if (problem.hint) {
      const hint = document.createElement("p");
      hint.textContent = `hint: ${problem.hint}`;
      item.append(hint);
    }
    list.append(item);
  }
  const close = document.createElement("button");
  close.type = "button";
  close.textContent = "Hide";
  close.addEventListener("click", () => box.remove());
  box.append(title, close, list);
  document.body.append(box);
}

new EventSource("/events").addEventListener("site", (event) => {
  const change = JSON.parse(event.data);
  if (version !== null && version !== change.version) location.reload();
  version = change.version;
  overlay(change.problems);
});
