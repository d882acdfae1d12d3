// The search page: takes the words from ?q=, asks Pagefind, shows and announces what it found.
// Without this script the page lists every page of the site.

const PER_STEP = 10;
const form = document.querySelector("main form.search");
const field = form.elements.q;
const status = document.getElementById("_status");
const list = document.getElementById("_results");
const more = document.getElementById("_more");
const words = document.getElementById("_words").dataset;
let latest = 0;

const pagefind = import("../pagefind/pagefind.js").then(async (module) => {
  await module.options({ excerptLength: 24 });
  return module;
});

function say(text, values = {}) {
  status.textContent = text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function item(page) {
  const entry = document.createElement("li");
  const link = document.createElement("a");
  const excerpt = document.createElement("p");
  link.href = page.url;
  link.textContent = page.meta.title;
  // Pagefind escapes the text of a page; its own <mark> around the words found is the only markup.
  excerpt.innerHTML = page.excerpt;
  entry.append(link, excerpt);
  return entry;
}

async function show(results, from) {
  const turn = latest;
  const step = await Promise.all(results.slice(from, from + PER_STEP).map((result) => result.data()));
  if (turn !== latest) return;
  list.append(...step.map(item));
  more.hidden = from + PER_STEP >= results.length;
  more.onclick = async () => {
    await show(results, from + PER_STEP);
    list.children[from + PER_STEP].querySelector("a").focus();
  };
}

async function search(query) {
  const turn = ++latest;
  list.replaceChildren();
  more.hidden = true;
  if (!query) return say("");
  say(words.running);
  try {
    const { results } = await (await pagefind).search(query);
    if (turn !== latest) return;
    await show(results, 0);
    say(results.length ? words.found : words.nothing, { number: results.length, query });
  } catch {
    say(words.failed);
  }
}

function fromAddress() {
  field.value = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  search(field.value);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const query = field.value.trim();
  history.pushState(null, "", query ? `?${new URLSearchParams({ q: query })}` : location.pathname);
  search(query);
});
addEventListener("popstate", fromAddress);
fromAddress();
