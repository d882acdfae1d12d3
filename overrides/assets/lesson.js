// What a lesson's page does with a script: the board, everything open for the teacher, the quiz, copying the address.
// Without this script the page reads as usual, and the answers open by themselves. Nothing is kept or sent.

const root = document.documentElement;
const lesson = document.querySelector(".lesson");
const words = document.getElementById("_board-words").dataset;
const asked = new URLSearchParams(location.search);
const notes = lesson.querySelector("[data-do=notes]");

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

// The board: one step at a time.

const steps = [...lesson.querySelectorAll(".step")];
const boardButton = lesson.querySelector("[data-do=board]");
const place = make("p", "", { "aria-live": "polite", class: "board-place" });
const clock = make("span", "", { class: "board-clock", role: "timer" });
const over = make("span", "", { class: "board-over", role: "alert" });
const timer = button("", () => (ticking ? resetTimer() : startTimer()));
const bar = make("div", "", { class: "board-bar", role: "toolbar", "aria-label": words.bar });
const previous = button(words.previous, () => turn(-1));
const next = button(words.next, () => turn(1));
bar.append(previous, place, next, clock, over, timer);
if (document.fullscreenEnabled) {
  bar.append(button(words.full, () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen())));
}
bar.append(button(words.close, closeBoard));
let current = -1;
let ticking = 0;

const timed = steps.filter((step) => step.dataset.minutes).length;
const heading = (step) => step.querySelector("h2");
const onBoard = () => root.classList.contains("board");

function show(seconds) {
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  clock.textContent = words.left.replace("{time}", time);
}

function resetTimer() {
  clearInterval(ticking);
  ticking = 0;
  timer.textContent = words.start;
  bar.classList.remove("over");
  over.textContent = "";
  const minutes = Number(steps[current]?.dataset.minutes ?? 0);
  timer.hidden = clock.hidden = !minutes;
  show(minutes * 60);
}

function startTimer() {
  resetTimer();
  const end = Date.now() + Number(steps[current].dataset.minutes) * 60_000;
  timer.textContent = words.stop;
  ticking = setInterval(() => {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    show(left);
    if (!left) {
      clearInterval(ticking);
      bar.classList.add("over");
      over.textContent = words.over;
    }
  }, 250);
}

function go(number) {
  const wanted = Math.min(Math.max(number, 0), steps.length - 1);
  if (wanted === current) return;
  current = wanted;
  steps.forEach((step, index) => (step.hidden = index !== current));
  const title = heading(steps[current]);
  title.tabIndex = -1;
  title.focus();
  scrollTo(0, 0);
  // The last screen, with the address to take home, is no step.
  place.textContent = current < timed ? words.step.replace("{number}", current + 1).replace("{all}", timed) : "";
  previous.disabled = current === 0;
  next.disabled = current === steps.length - 1;
  keep(`#${title.id}`);
  resetTimer();
  fit();
}

// Type as large as the step leaves room for, in one column or two; smaller would not read from the back of the room.
function fit() {
  for (const size of [1, 0.9, 0.8, 0.7]) {
    for (const columns of [1, 2]) {
      root.style.setProperty("--fit", size);
      root.style.setProperty("--columns", columns);
      if (root.scrollHeight <= innerHeight) return;
    }
  }
}

// A step that is still taller than the board shows its rest before the next step comes.
function turn(by) {
  const rest = by > 0 ? root.scrollHeight - innerHeight - scrollY : scrollY;
  if (rest > 8) scrollBy(0, by * (innerHeight - bar.offsetHeight) * 0.85);
  else go(current + by);
}

function openBoard() {
  const wanted = steps.findIndex((step) => heading(step).id === location.hash.slice(1));
  root.classList.add("board");
  document.querySelector("main").append(bar);
  current = -1;
  go(Math.max(wanted, 0));
}

function closeBoard() {
  resetTimer();
  root.classList.remove("board");
  bar.remove();
  for (const step of steps) step.hidden = false;
  keep(location.hash);
  boardButton.focus();
}

const KEYS = {
  ArrowRight: () => turn(1),
  ArrowDown: () => turn(1),
  PageDown: () => turn(1),
  " ": () => turn(1),
  ArrowLeft: () => turn(-1),
  ArrowUp: () => turn(-1),
  PageUp: () => turn(-1),
  Home: () => go(0),
  End: () => go(steps.length - 1),
  Escape: () => document.fullscreenElement || closeBoard(),
};

document.addEventListener("keydown", (event) => {
  const own = event.key === " " && event.target.closest("button, a, summary");
  if (!onBoard() || own || event.ctrlKey || event.altKey || event.metaKey || !(event.key in KEYS)) return;
  event.preventDefault();
  KEYS[event.key]();
});

let touched;
document.addEventListener("touchstart", (event) => (touched = event.changedTouches[0]), { passive: true });
document.addEventListener("touchend", (event) => {
  const across = event.changedTouches[0].clientX - touched.clientX;
  const down = event.changedTouches[0].clientY - touched.clientY;
  const swipe = Math.abs(across) > 60 && Math.abs(across) > Math.abs(down) && !event.touches.length;
  if (onBoard() && swipe) go(current + (across < 0 ? 1 : -1));
}, { passive: true });
addEventListener("resize", () => onBoard() && fit());

// The teacher: notes and answers open.

function openNotes(all) {
  for (const details of lesson.querySelectorAll("details")) details.open = all;
  notes.setAttribute("aria-pressed", all);
}

notes.addEventListener("click", () => {
  openNotes(notes.getAttribute("aria-pressed") !== "true");
  keep(location.hash);
});
boardButton.addEventListener("click", openBoard);
lesson.querySelector("[data-do=print]").addEventListener("click", () => print());
for (const copy of lesson.querySelectorAll("[data-copy]")) {
  const said = make("span", "", { role: "status" });
  copy.after(said);
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(copy.dataset.copy);
      said.textContent = ` ${copy.dataset.copied}`;
    } catch {
      getSelection().selectAllChildren(copy.previousElementSibling);
    }
  });
}
for (const hidden of lesson.querySelectorAll("button[hidden]")) hidden.hidden = false;

// Another language shows the same step.

for (const link of document.querySelectorAll(".languages a")) {
  const address = link.href;
  for (const moment of ["click", "focus", "pointerenter"]) {
    link.addEventListener(moment, () => (link.href = address + location.search + location.hash));
  }
}

// The quiz: only the button judges, so arrow keys look around freely (WCAG 3.2.2).

const quiz = lesson.querySelector(".lesson-quiz");

for (const question of quiz.querySelectorAll(".question")) {
  const said = question.querySelector("[role=status]");
  const answers = [...question.querySelectorAll("li")];
  const inputs = [...question.querySelectorAll("input")];
  const judge = () => {
    const chosen = inputs.filter((input) => input.checked).map((input) => answers[inputs.indexOf(input)]);
    const right = answers.filter((answer) => answer.classList.contains("right"));
    const good = chosen.filter((answer) => right.includes(answer));
    const { none, right: yes, partly, wrong } = quiz.dataset;
    const whole = good.length === chosen.length && good.length === right.length;
    const verdict = !chosen.length ? none : whole ? yes : good.length ? partly : wrong;
    said.textContent = [verdict, ...chosen.map((answer) => answer.lastElementChild.textContent)].join(" ");
  };
  question.addEventListener("input", () => (said.textContent = "")); // the verdict was on another choice
  question.querySelector("fieldset").after(button(quiz.dataset.check, judge));
}

if (asked.has("docent")) openNotes(true);
if (asked.has("bord")) openBoard();
