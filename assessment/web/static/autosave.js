// Saves every answer as soon as it is given, tells so, and shows what another window stored meanwhile.
// The page works without this: the form's own buttons save everything at once.

const form = document.querySelector("form[data-autosave]");
const status = form.querySelector("[data-status]");
const words = JSON.parse(form.dataset.words);
const waiting = new Map(); // question id -> is another save of it wanted when the running one ends

form.addEventListener("change", (event) => {
  const question = event.target.closest("[data-question]");
  if (!question) return;
  settleTicks(question, event.target);
  save(question);
});

form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-clear], [data-keep-mine]");
  if (!button) return;
  const question = button.closest("[data-question]");
  if ("clear" in button.dataset) {
    event.preventDefault();
    for (const input of question.querySelectorAll("[name$='.choice']")) input.checked = false;
    for (const input of question.querySelectorAll("[name$='.text']")) input.value = "";
    question.querySelector("input").focus();
  }
  save(question);
});

// A tick that stands for no value ("don't know", "none of these") and other ticks exclude each other.
function settleTicks(question, changed) {
  if (changed.type !== "checkbox" || !changed.checked) return;
  const alone = ["none", "unknown", "not_applicable"];
  for (const other of question.querySelectorAll("input[type=checkbox]")) {
    if (other === changed) continue;
    if (alone.includes(changed.value) || alone.includes(other.value)) other.checked = false;
  }
}

async function save(question) {
  const id = question.dataset.question;
  if (waiting.has(id)) {
    waiting.set(id, true);
    return;
  }
  waiting.set(id, false);
  tell(words.saving);
  try {
    show(question, await send(question));
  } catch {
    tell(words.away, "danger");
    mark(question, words.unsaved);
  }
  const again = waiting.get(id);
  waiting.delete(id);
  if (again) save(question);
}

async function send(question) {
  const data = new FormData();
  data.set("csrf_token", form.elements.csrf_token.value);
  for (const input of question.querySelectorAll("input, textarea, select")) {
    const off = ["radio", "checkbox"].includes(input.type) && !input.checked;
    if (input.name && !off) data.append(input.name, input.value);
  }
  const answer = await fetch(form.dataset.autosave, {
    method: "POST",
    body: new URLSearchParams(data),
    headers: { Accept: "application/json" },
  });
  if (![200, 409, 422].includes(answer.status)) throw new Error(answer.status);
  return answer.json();
}

function show(question, told) {
  setProblems(question, told.problems?.[question.dataset.question] ?? []);
  const conflict = question.querySelector("[data-conflict]");
  const stale = told.stale?.[0];
  // Made by our own template from escaped values.
  conflict.innerHTML = stale?.html ?? "";
  const now = stale ?? told.saved?.[0];
  if (now) question.querySelector("[name$='.version']").value = now.version;
  if (stale) {
    conflict.querySelector("[data-keep-mine]").hidden = false;
    tell(words.stale, "warning");
    mark(question, words.unsaved);
  } else if (told.saved?.length) {
    tell(words.saved.replace("{time}", told.saved[0].at), "check");
    mark(question, words.saved.replace("{time}", told.saved[0].at));
    question.querySelector("[data-clear]").hidden = !isAnswered(question);
    refresh();
  } else {
    tell(words.invalid, "danger");
    mark(question, words.unsaved);
  }
}

function isAnswered(question) {
  const ticked = question.querySelector("[name$='.choice']:checked");
  return Boolean(ticked || question.querySelector("[name$='.text']")?.value);
}

function setProblems(question, problems) {
  const place = question.querySelector("[data-problems]");
  place.hidden = !problems.length;
  place.querySelector("[data-text]").textContent = problems.join(" ");
  question.classList.toggle("app-question--error", problems.length > 0);
}

function mark(question, text) {
  question.querySelector("[data-saved]").textContent = text;
}

function tell(text, icon) {
  status.textContent = "";
  if (icon) {
    const sign = document.createElement("span");
    sign.className = `kern-icon kern-icon--small kern-icon--${icon}`;
    sign.setAttribute("aria-hidden", "true");
    status.append(sign, " ");
  }
  status.append(text);
}

// Progress and questions that depend on others come from the page itself, read anew.
async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-refresh]")) {
    const fresh = page.getElementById(part.id);
    if (fresh) part.replaceChildren(...fresh.childNodes);
  }
  for (const question of form.querySelectorAll("[data-depends]")) {
    const fresh = page.getElementById(question.id);
    if (!fresh) continue;
    question.hidden = fresh.hidden;
    question.disabled = fresh.disabled;
  }
}
