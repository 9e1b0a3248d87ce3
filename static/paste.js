// The paste box answers Ctrl+Enter and Cmd+Enter, as editors do.
for (const box of document.querySelectorAll(".paste textarea")) {
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      box.form.requestSubmit();
    }
  });
}
