// Runs before the first paint, so that neither the colours nor the tabs flash. The choice is kept in this browser.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const agent = navigator.userAgent;
  root.dataset.browser = agent.includes("Firefox/") ? "firefox" : agent.includes("Chrome/") ? "chrome" : agent.includes("Safari/") ? "safari" : "chrome";
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage may be blocked; the system's colours are fine.
  }
})();
