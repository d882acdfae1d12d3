// The search page: takes the words from ?q=, asks Pagefind, shows and announces what it found.
// Without this script the page lists every page of the site.

const PER_STEP = 10;
const form = document.querySelector("main form.search");
const field = form.elements.q;
const status = document.getElementById("_status");
const list = document.getElementById("_results");
const more = document.getElementById("_more");
const words = document.getElementById("_words").dataset;
const letters = JSON.parse(words.letters);
// By form: a language has its own for 1, 2 or 5 pages.
const counted = JSON.parse(words.found);
const forms = new Intl.PluralRules(document.documentElement.lang);
// By each word, in plain letters: the row of those that mean the same. The longest is looked for first.
const rows = JSON.parse(words.alike).flatMap((row) => row.map((phrase) => [plain(phrase), row]));
const alike = new Map(rows.sort(([one], [other]) => other.length - one.length));
const known = new RegExp(`(^|\\s)(${[...alike.keys()].join("|")})(?=\\s|$)`, "g");
let latest = 0;

const pagefind = import("../pagefind/pagefind.js").then(async (module) => {
  await module.options({ excerptLength: 24 });
  return module;
});

function say(text, values = {}) {
  status.textContent = text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

// As scripts/content/letters.py does it: the letters of a keyboard that has no others.
function plain(text) {
  const whole = [...text.toLowerCase()].map((letter) => letters[letter] ?? letter).join("");
  return whole.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("’", "'");
}

// The same question in the words of our pages: Pagefind knows no word that means the same, and no plain letter for ł.
function questions(query) {
  const asked = plain(query);
  const turn = (number) =>
    asked.replace(known, (whole, before, phrase) => before + (alike.get(phrase)?.at(number) ?? phrase));
  const most = Math.max(1, ...Array.from(asked.matchAll(known), ([, , phrase]) => alike.get(phrase)?.length ?? 1));
  return [...new Set(Array.from({ length: most }, (_, number) => turn(number)))];
}

// The pages that answer the first question, and when they are few those that answer the next, for each is a download.
async function answers(query) {
  const engine = await pagefind;
  const found = new Map();
  for (const question of questions(query)) {
    if (found.size >= PER_STEP) break;
    for (const result of (await engine.search(question)).results) found.set(result.id, found.get(result.id) ?? result);
  }
  return [...found.values()];
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
    const results = await answers(query);
    if (turn !== latest) return;
    await show(results, 0);
    const number = results.length;
    say(number ? counted[forms.select(number)] ?? counted.other : words.nothing, { number, query });
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
