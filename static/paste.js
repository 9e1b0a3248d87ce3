// The paste box: Ctrl+Enter and Cmd+Enter explain, as editors do; a dropped text, log or HAR file is read here, and
// only what went wrong in it is put into the box.
const LARGEST = 65536;

function ofHar(text) {
  const lines = [];
  for (const { request, response } of JSON.parse(text).log.entries) {
    const problem = response._error ?? "";
    if (problem) lines.push(`${request.method} ${request.url} ${problem.startsWith("net::") ? problem : `net::${problem}`}`);
    else if (response.status === 0 || response.status >= 400) lines.push(`${request.method} ${request.url} ${response.status} (${response.statusText})`);
  }
  return lines.join("\n") || "This HAR file has no failed request.";
}

for (const box of document.querySelectorAll(".paste textarea")) {
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      box.form.requestSubmit();
    }
  });
  box.addEventListener("dragover", (event) => {
    event.preventDefault();
    box.classList.add("dropping");
  });
  box.addEventListener("dragleave", () => box.classList.remove("dropping"));
  box.addEventListener("drop", async (event) => {
    box.classList.remove("dropping");
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    const text = await file.text();
    let shown = text;
    if (file.name.endsWith(".har")) {
      try {
        shown = ofHar(text);
      } catch {
        shown = "This file is no HAR file.";
      }
    }
    box.value = shown.slice(0, LARGEST);
    box.focus();
  });
}
