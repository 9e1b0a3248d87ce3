// Filters the table of codes while typing; Enter still searches the whole wiki.
const filter = document.querySelector("#filter");
const output = filter.form.querySelector("output");
const rows = [...document.querySelectorAll("tbody tr")].map((row) => [row, row.textContent.toLowerCase()]);

filter.addEventListener("input", () => {
  const wanted = filter.value.trim().toLowerCase();
  let shown = 0;
  for (const [row, text] of rows) {
    row.hidden = !text.includes(wanted);
    if (!row.hidden) shown++;
  }
  for (const section of document.querySelectorAll("main > section")) {
    section.hidden = !section.querySelector("tbody tr:not([hidden])");
  }
  output.textContent = wanted === "" ? "" : shown === 1 ? "1 code" : `${shown} codes`;
});
