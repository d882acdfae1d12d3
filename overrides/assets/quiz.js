// A quiz, in a lesson or on a page of its own: one question at a time, and only the button judges, so arrow keys look
// around freely (WCAG 3.2.2). Without this script all questions show, and their answers open by themselves. Nothing is
// kept or sent.

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

const quiz = document.querySelector(".quiz");
const questions = [...quiz.querySelectorAll(".quiz-question")];
const panels = [...questions, ...quiz.querySelectorAll(".quiz-result")]; // a lesson has no result
const turns = make("div", "", { class: "quiz-turns" });
const where = make("span");
const earlier = button(quiz.dataset.previous, () => turnTo(asking - 1));
const later = button(quiz.dataset.next, () => turnTo(asking + 1));
let asking = 0;
let everything = false;

function ask(number, all = everything) {
  asking = number;
  everything = all;
  panels.forEach((panel, index) => (panel.hidden = !all && index !== number));
  where.textContent = quiz.dataset.place.replace("{number}", number + 1).replace("{all}", questions.length);
  where.hidden = number === questions.length;
  earlier.hidden = number === 0;
  later.hidden = number === panels.length - 1;
  later.textContent = panels[number + 1]?.dataset.turn ?? quiz.dataset.next;
  turns.hidden = all;
}

function turnTo(number) {
  panels[number].dispatchEvent(new Event("turn"));
  ask(number);
  panels[number].focus();
}

turns.append(where, earlier, later);
panels.at(-1).after(turns);
ask(0);

const isRight = (answer) => answer.className === "right";

function chosen(question) {
  const inputs = [...question.querySelectorAll("input")];
  return [...question.querySelectorAll("li")].filter((answer, index) => inputs[index].checked);
}

function judge(question) {
  const mine = chosen(question);
  const whole = mine.every(isRight) && mine.length === question.querySelectorAll(".right").length;
  return !mine.length ? "none" : whole ? "right" : mine.some(isRight) ? "partly" : "wrong";
}

for (const question of questions) {
  const said = question.querySelector("[role=status]");
  const tell = () => {
    const feedback = chosen(question).map((answer) => answer.lastElementChild.textContent);
    said.replaceChildren(make("strong", quiz.dataset[judge(question)]), ` ${feedback.join(" ")}`);
  };
  question.addEventListener("input", () => (said.textContent = "")); // the verdict was on another choice
  said.before(button(quiz.dataset.check, tell));
}
