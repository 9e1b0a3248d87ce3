// Copy buttons on code and on the answer as Markdown, copied addresses for headings. The clipboard API needs https or
// localhost; wikis on a plain intranet address fall back to a selection.
async function copy(text) {
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text);
    return;
  }
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "hidden";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  if (!done) throw new Error("the browser refused to copy");
}

function copyButton(label, text, fallback) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = label;
  button.addEventListener("click", async () => {
    try {
      await copy(text());
      button.textContent = "Copied";
    } catch {
      button.textContent = "Press Ctrl+C";
      fallback();
    }
    setTimeout(() => { button.textContent = label; }, 2000);
  });
  return button;
}

for (const block of document.querySelectorAll(".article pre, .prose pre")) {
  const frame = document.createElement("div");
  frame.className = "code";
  block.replaceWith(frame);
  frame.append(block, copyButton("Copy", () => block.textContent, () => getSelection().selectAllChildren(block)));
}

const markdown = document.querySelector("#markdown");
if (markdown) {
  const button = copyButton("Copy as Markdown", () => markdown.value, () => {
    markdown.closest("details").open = true;
    markdown.select();
  });
  button.classList.add("copy-answer");
  markdown.closest("details").before(button);
}

for (const heading of document.querySelectorAll(".article h2[id], .article h3[id]")) {
  const link = document.createElement("a");
  link.className = "anchor";
  link.href = `#${heading.id}`;
  link.textContent = "#";
  link.setAttribute("aria-label", `Link to “${heading.textContent.trim()}”`);
  link.addEventListener("click", () => copy(link.href).catch(() => {}));
  heading.append(" ", link);
}
