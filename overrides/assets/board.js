// The board: one step at a time. lesson.js fetches this when somebody asks for it; they share their names, as scripts of
// one page do.

const steps = [...lesson.querySelectorAll(".step")];
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

boardButton.addEventListener("click", openBoard);
openBoard();
