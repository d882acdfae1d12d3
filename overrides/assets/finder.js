// The lesson finder: shows the lessons that fit, says how many, and keeps the choice in the address to share.
// Without this script the page lists every lesson.

const finder = document.querySelector(".finder");
const choices = finder.querySelector(".finder-choices");
const fields = [...choices.querySelectorAll("select")];
const status = finder.querySelector("[role=status]");
// By form: a language has its own for 1, 2 or 5 lessons.
const found = JSON.parse(finder.dataset.found);
const forms = new Intl.PluralRules(document.documentElement.lang);

function fits(card, { name, value }) {
  if (!value) return true;
  const own = card.dataset[name];
  return name === "tijd" ? Number(own) <= Number(value) : own.split(" ").includes(value);
}

function show() {
  const chosen = fields.filter((field) => field.value);
  let count = 0;
  for (const group of finder.querySelectorAll(".cards")) {
    for (const card of group.querySelectorAll("li")) {
      card.hidden = !fields.every((field) => fits(card, field));
      count += !card.hidden;
    }
    group.hidden = !group.querySelector("li:not([hidden])");
  }
  const words = count ? found[forms.select(count)] ?? found.other : finder.dataset.nothing;
  status.textContent = chosen.length ? words.replace("{number}", count) : "";
  const query = new URLSearchParams(chosen.map((field) => [field.name, field.value]));
  history.replaceState(null, "", chosen.length ? `?${query}` : location.pathname);
}

const asked = new URLSearchParams(location.search);
for (const field of fields) {
  field.value = asked.get(field.name) ?? "";
  field.value ||= ""; // what the address asks for and the list has not
  field.addEventListener("change", show);
}
choices.querySelector("button").addEventListener("click", () => {
  for (const field of fields) field.value = "";
  show();
});
choices.hidden = false;
show();
