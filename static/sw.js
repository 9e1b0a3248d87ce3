// Keeps what a reader has seen readable without a network. Pages come from the network whenever it answers, so nothing
// stale is ever shown online; files with a hash in their name never change and come from the cache. The list ASSETS
// stands above this line.
const CACHE = "wiki-1";
const MOST_PAGES = 200;
const MOST_ANSWERS = 10;
const MOST_IMAGES = 100;
const NEEDED = ["/", "/offline"];

addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([...NEEDED, ...ASSETS])).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    const cache = await caches.open(CACHE);
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith("/static/") && !ASSETS.includes(pathname)) await cache.delete(request);
    }
    await clients.claim();
  })());
});

function isKept(url) {
  return url.pathname === "/" || /^\/(errors|collections|tags|codes|search|browsers|severities|recent|about)(\/|$)/.test(url.pathname);
}

async function trim(cache) {
  const requests = await cache.keys();
  const answers = requests.filter((request) => new URL(request.url).pathname === "/search");
  for (const request of answers.slice(0, Math.max(0, answers.length - MOST_ANSWERS))) await cache.delete(request);
  const images = requests.filter((request) => new URL(request.url).pathname.startsWith("/images/"));
  for (const request of images.slice(0, Math.max(0, images.length - MOST_IMAGES))) await cache.delete(request);
  const pages = requests.filter((request) => new URL(request.url).pathname.startsWith("/errors/"));
  for (const request of pages.slice(0, Math.max(0, pages.length - MOST_PAGES))) await cache.delete(request);
}

async function page(request, url) {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok && isKept(url)) {
      // A long paste is posted and has no address of its own: its answer is kept under the time it was given.
      const key = request.method === "POST" ? `/search?kept=${Date.now()}` : request;
      const copy = response.clone();
      cache.delete(key).then(() => cache.put(key, copy)).then(() => trim(cache)).catch(() => {});
    }
    return response;
  } catch {
    return (await cache.match(request, { ignoreVary: true })) ?? (await cache.match(url.pathname, { ignoreSearch: url.pathname !== "/search" })) ?? (await cache.match("/offline")) ?? Response.error();
  }
}

// The address of a picture changes with its content, so one that is kept is never stale.
async function image(request) {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) cache.put(request, response.clone()).then(() => trim(cache)).catch(() => {});
  return response;
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(page(request, url));
  } else if (request.method === "GET" && url.pathname.startsWith("/static/")) {
    event.respondWith(caches.match(request).then((known) => known ?? fetch(request)));
  } else if (request.method === "GET" && url.pathname.startsWith("/images/")) {
    event.respondWith(image(request));
  }
});
