// The end of a quiz on a page of its own, after quiz.js, with which it is one file: how it went, in words, and what to do
// now. The first answer to a question counts; nothing is kept or sent.

const result = panels.at(-1);
const score = make("p", "", { class: "quiz-score" });
const actions = [...result.querySelectorAll("li")];
const most = actions.filter((action) => !action.hidden).length;
const firsts = new Map(); // by question, whether its first answer was right

function note(question) {
  const verdict = judge(question);
  if (verdict !== "none" && !firsts.has(question)) firsts.set(question, verdict === "right");
}

for (const question of questions) {
  question.addEventListener("click", ({ target }) => target.matches("button") && note(question));
}

function inWords(right) {
  const { none, few, some, many, all, score } = result.dataset;
  const share = right / questions.length;
  const words = share === 1 ? all : share >= 0.7 ? many : share >= 0.4 ? some : few;
  return firsts.size ? `${score.replace("{right}", right).replace("{all}", questions.length)} ${words}` : none;
}

// First what is about the goals of the questions that were new to the reader.

function advise(goals) {
  const fits = actions.filter((action) => action.dataset.goals.split(" ").some((goal) => goals.includes(goal)));
  const first = [...new Set([...fits, ...actions])].slice(0, most);
  for (const action of actions) action.hidden = !first.includes(action);
}

result.addEventListener("turn", () => {
  questions.forEach(note);
  const known = questions.filter((question) => firsts.get(question));
  score.textContent = inWords(known.length);
  advise(questions.filter((question) => !known.includes(question)).map((question) => question.dataset.goal));
});

function playAgain() {
  firsts.clear();
  for (const input of quiz.querySelectorAll("input")) input.checked = false;
  for (const said of quiz.querySelectorAll("[role=status]")) said.textContent = "";
  turnTo(0);
}

const again = button(result.dataset.again, playAgain);
for (const panel of panels) panel.addEventListener("turn", () => (again.hidden = panel !== result));
again.hidden = true;
turns.append(again);
result.setAttribute("aria-labelledby", "_score");
result.prepend(make("h2", result.dataset.result, { id: "_score" }), score);
