// Lists the pages that the service worker has kept.
const kept = document.querySelector(".kept");
const list = kept.querySelector("ul");
for (const name of await caches.keys()) {
  const cache = await caches.open(name);
  for (const request of await cache.keys()) {
    const { pathname, search } = new URL(request.url);
    if (!pathname.startsWith("/errors/") && !pathname.startsWith("/search")) continue;
    const page = new DOMParser().parseFromString(await (await cache.match(request)).text(), "text/html");
    const item = document.createElement("li");
    item.className = "item";
    const link = document.createElement("a");
    link.className = "item-title";
    link.href = pathname + search;
    link.textContent = page.title;
    item.append(link);
    list.append(item);
  }
}
kept.hidden = list.children.length === 0;
