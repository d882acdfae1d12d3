// What a lesson's page does with a script: everything open for the teacher, the quiz, copying the address, and the board
// when somebody asks for it. Without this script the page reads as usual, and the answers open by themselves. Nothing is
// kept or sent.

const root = document.documentElement;
const lesson = document.querySelector(".lesson");
const board = document.getElementById("_board").dataset;
const asked = new URLSearchParams(location.search);
const notes = lesson.querySelector("[data-do=notes]");
const boardButton = lesson.querySelector("[data-do=board]");
const onBoard = () => root.classList.contains("board");

function make(tag, text = "", attributes = {}) {
  const node = Object.assign(document.createElement(tag), { textContent: text });
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function button(text, action) {
  const node = make("button", text, { type: "button" });
  node.addEventListener("click", action);
  return node;
}

// What shows now is in the address, so that a teacher can share it: ?docent, ?bord and the step.
function keep(hash) {
  const faces = [notes.getAttribute("aria-pressed") === "true" && "docent", onBoard() && "bord"].filter(Boolean);
  history.replaceState(null, "", location.pathname + (faces.length ? `?${faces.join("&")}` : "") + hash);
}

// The teacher: notes and answers open.

function openNotes(all) {
  for (const details of lesson.querySelectorAll("details")) details.open = all;
  notes.setAttribute("aria-pressed", all);
  ask(asking);
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
for (const hidden of lesson.querySelectorAll("button[hidden]")) hidden.hidden = false;

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

// The quiz: one question at a time, and only the button judges, so arrow keys look around freely (WCAG 3.2.2).

const quiz = lesson.querySelector(".lesson-quiz");
const questions = [...quiz.querySelectorAll(".quiz-question")];
const turns = make("div", "", { class: "quiz-turns" });
const where = make("span");
const earlier = button(quiz.dataset.previous, () => turnTo(asking - 1));
const later = button(quiz.dataset.next, () => turnTo(asking + 1));
let asking = 0;

function ask(number) {
  const all = notes.getAttribute("aria-pressed") === "true";
  asking = number;
  questions.forEach((question, index) => (question.hidden = !all && index !== number));
  where.textContent = quiz.dataset.place.replace("{number}", number + 1).replace("{all}", questions.length);
  earlier.hidden = number === 0;
  later.hidden = number === questions.length - 1;
  turns.hidden = all;
}

function turnTo(number) {
  ask(number);
  questions[number].focus();
}

turns.append(where, earlier, later);
questions.at(-1).after(turns);
ask(0);

for (const question of questions) {
  const said = question.querySelector("[role=status]");
  const answers = [...question.querySelectorAll("li")];
  const inputs = [...question.querySelectorAll("input")];
  const isRight = (answer) => answer.className === "right";
  const judge = () => {
    const { none, right, partly, wrong } = quiz.dataset;
    const chosen = answers.filter((answer, index) => inputs[index].checked);
    const whole = answers.every((answer, index) => isRight(answer) === inputs[index].checked);
    const verdict = !chosen.length ? none : whole ? right : chosen.some(isRight) ? partly : wrong;
    said.textContent = [verdict, ...chosen.map((answer) => answer.lastElementChild.textContent)].join(" ");
  };
  question.addEventListener("input", () => (said.textContent = "")); // the verdict was on another choice
  said.before(button(quiz.dataset.check, judge));
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
