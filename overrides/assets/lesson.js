// What a lesson's page does with a script, after the quiz, with which it is one file: everything open for the teacher,
// copying the address, and the board when somebody asks for it. Without this script the page reads as usual, and the
// answers open by themselves. Nothing is kept or sent.

const root = document.documentElement;
const lesson = document.querySelector(".lesson");
const board = document.getElementById("_board").dataset;
const asked = new URLSearchParams(location.search);
const notes = lesson.querySelector("[data-do=notes]");
const boardButton = lesson.querySelector("[data-do=board]");
const onBoard = () => root.classList.contains("board");

// What shows now is in the address, so that a teacher can share it: ?docent, ?bord and the step.
function keep(hash) {
  const faces = [notes.getAttribute("aria-pressed") === "true" && "docent", onBoard() && "bord"].filter(Boolean);
  history.replaceState(null, "", location.pathname + (faces.length ? `?${faces.join("&")}` : "") + hash);
}

// The teacher: notes and answers open.

function openNotes(all) {
  for (const details of lesson.querySelectorAll("details")) details.open = all;
  notes.setAttribute("aria-pressed", all);
  ask(asking, all);
}

notes.addEventListener("click", () => {
  openNotes(notes.getAttribute("aria-pressed") !== "true");
  keep(location.hash);
});
lesson.querySelector("[data-do=print]").addEventListener("click", () => print());
const copy = lesson.querySelector("[data-copy]");
const copied = make("span", "", { role: "status" });
copy.after(copied);
copy.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(copy.dataset.copy);
    copied.textContent = ` ${copy.dataset.copied}`;
  } catch {
    getSelection().selectAllChildren(copy.previousElementSibling);
  }
});
for (const hidden of lesson.querySelectorAll("[data-do], [data-copy]")) hidden.hidden = false;

// The board: its styles and its script, which takes the button over. Most who open a lesson only read: they are spared it.

function fetchBoard() {
  const style = make("link", "", { rel: "stylesheet", href: board.style });
  const script = make("script", "", { src: board.script });
  style.addEventListener("load", () => document.head.append(script)); // it measures, so what it measures must be there
  for (const part of [style, script]) part.addEventListener("error", waitForBoard);
  document.head.append(style);
}

function waitForBoard() {
  boardButton.addEventListener("click", fetchBoard, { once: true });
}

waitForBoard();

// Another language shows the same step.

for (const link of document.querySelectorAll(".languages a")) {
  const address = link.href;
  for (const moment of ["click", "focus", "pointerenter"]) {
    link.addEventListener(moment, () => (link.href = address + location.search + location.hash));
  }
}

// An anchor within a fold opens it, and is still where it was now that the quiz takes less room.

function reach() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  target?.closest("details")?.setAttribute("open", "");
  target?.scrollIntoView();
}

addEventListener("hashchange", reach);
reach();
if (asked.has("docent")) openNotes(true);
if (asked.has("bord")) boardButton.click();
