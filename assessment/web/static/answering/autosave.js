// Saves every answer as soon as it is given, and says so. A change is kept in the browser before it
// is sent and forgotten when the server has acknowledged it: a server that is away loses nothing.
// The page works without this: the form's own buttons save everything at once.

import { entriesIn, entriesOf, pairsOf, partsThatDiffer, setEntries, versionOf } from "./entries.js";
import { adopt, forget, keep } from "./kept.js";
import { send } from "./sending.js";
import { refresh } from "./refresh.js";

const form = document.querySelector("form[data-autosave]");
const status = form.querySelector("[data-status]");
const words = JSON.parse(form.dataset.words);
const questions = [...form.querySelectorAll("[data-question]")];
const TYPING = 1500; // so long after the last key the text is sent
const FIRST_RETRY = 2000;
const LAST_RETRY = 60_000;

// What is going on with each question. `seen`: what the server has, as far as we know.
const states = new Map(
  questions.map((question) => [
    question,
    {
      seen: question.querySelector("[data-conflict] button") ? null : entriesOf(question),
      kept: null, // where the browser keeps what was changed, until it is acknowledged
      sending: null,
      again: false,
      pressed: [],
      typing: 0,
      earlier: [], // what can be undone, the latest last
      restoring: [], // what earlier visits kept
      away: false,
    },
  ]),
);

// ---------------------------------------------------------------- what a person does

form.addEventListener("input", (event) => {
  const question = event.target.closest("[data-question]");
  if (!question || ["radio", "checkbox"].includes(event.target.type)) return;
  const state = states.get(question);
  keepNow(question);
  clearTimeout(state.typing);
  state.typing = setTimeout(() => save(question), TYPING);
});

form.addEventListener("change", (event) => {
  const question = event.target.closest("[data-question]");
  if (!question) return;
  settleTicks(question, event.target);
  save(question);
});

form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-clear], [data-undo], [name=mine], [name=theirs]");
  const question = button?.closest("[data-question]");
  if (!question) return;
  event.preventDefault();
  if ("undo" in button.dataset) return undo(question);
  if ("clear" in button.dataset) {
    setEntries(question, { choice: [], text: "" });
    save(question);
  } else {
    save(question, [[button.name, button.value]]);
  }
  const first = question.querySelector("input:checked") ?? question.querySelector("input:not([type=hidden])");
  first.focus();
});

form.addEventListener("submit", async (event) => {
  if (!questions.some(isUnsaved)) return;
  event.preventDefault();
  await Promise.all(questions.filter(isUnsaved).map((question) => save(question)));
  if (questions.some((question) => states.get(question).away)) return;
  for (const state of states.values()) state.leaving = true;
  form.requestSubmit(event.submitter);
});

function isUnsaved(question) {
  const state = states.get(question);
  return !state.leaving && !question.disabled && Boolean(state.kept);
}

// A tick that stands for no value ("don't know", "none of these") and other ticks exclude each other.
function settleTicks(question, changed) {
  if (changed.type !== "checkbox" || !changed.checked) return;
  const alone = ["none", "unknown", "not_applicable"];
  for (const other of question.querySelectorAll("input[type=checkbox]")) {
    if (other === changed) continue;
    if (alone.includes(changed.value) || alone.includes(other.value)) other.checked = false;
  }
}

function undo(question) {
  const state = states.get(question);
  setEntries(question, state.earlier.pop());
  state.undoing = true;
  save(question);
}

// ---------------------------------------------------------------- keeping and sending

function keepNow(question) {
  const state = states.get(question);
  state.kept = keep(form.dataset.assessment, {
    question: question.dataset.question,
    address: form.dataset.autosave,
    title: question.querySelector(".app-question__text").textContent,
    pairs: pairsOf(question),
  });
}

// One save of a question at a time; what changes meanwhile is sent afterwards.
function save(question, pressed = []) {
  const state = states.get(question);
  clearTimeout(state.typing);
  state.typing = 0;
  if (pressed.length) state.pressed = pressed;
  keepNow(question);
  if (state.sending) {
    state.again = true;
    return state.sending;
  }
  state.sending = sendNow(question).finally(() => {
    state.sending = null;
    if (state.again) {
      state.again = false;
      return save(question);
    }
    restoreNext(question);
  });
  return state.sending;
}

async function sendNow(question) {
  const state = states.get(question);
  const { kept, pressed } = state;
  const pairs = pairsOf(question);
  state.pressed = [];
  tell(words.saving);
  mark(question, words.saving);
  const outcome = await send(form.dataset.autosave, [...pairs, ...pressed]);
  state.away = outcome.kind === "away";
  setProblems(question, outcome.problems ?? []);
  shown[outcome.kind](question, outcome, { kept, sent: entriesIn(question.dataset.question, pairs) });
  if (state.away) retryLater();
}

const shown = {
  saved(question, outcome, { kept, sent }) {
    const state = states.get(question);
    forget(kept);
    if (state.kept?.stamp === kept.stamp) state.kept = null;
    if (state.restored) forget(state.restored);
    state.restored = null;
    versionOf(question).value = outcome.version;
    setConflict(question, "");
    takeOver(question, sent, outcome.entries);
    if (outcome.changed && state.seen && !state.undoing) state.earlier.push(state.seen);
    state.undoing = false;
    state.seen = outcome.entries;
    question.querySelector("[data-undo]").hidden = !state.earlier.length;
    question.querySelector("[data-clear]").hidden = !isAnswered(question);
    delay = FIRST_RETRY;
    const text = words.saved.replace("{time}", outcome.at);
    mark(question, text);
    sayOverall(text);
    refresh(form);
  },
  stale(question, outcome, { sent }) {
    // Made by our own template from escaped values.
    setConflict(question, outcome.html);
    takeOver(question, sent, outcome.entries);
    mark(question, words.unsaved);
    tell(words.stale, "warning");
  },
  invalid(question) {
    mark(question, words.unsaved);
    tell(words.invalid, "danger");
  },
  refused(question, outcome) {
    mark(question, words.unsaved);
    tell(outcome.told ?? words.gone, "danger");
  },
  away(question, _outcome, { kept }) {
    mark(question, kept.safe ? words.kept : words.unsaved);
    sayOverall("");
  },
};

// What somebody else wrote into another part comes onto the page, unless it was changed here since.
function takeOver(question, sent, stored) {
  const here = entriesOf(question);
  const changedHere = partsThatDiffer(here, sent);
  const parts = partsThatDiffer(sent, stored).filter((part) => !changedHere.includes(part));
  if (parts.length) setEntries(question, stored, parts);
}

let delay = FIRST_RETRY;
let retry = 0;

function retryLater() {
  clearTimeout(retry);
  retry = setTimeout(retryNow, delay);
  delay = Math.min(delay * 2, LAST_RETRY);
}

function retryNow() {
  clearTimeout(retry);
  for (const question of questions) if (states.get(question).away) save(question);
}

addEventListener("online", retryNow);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") retryNow();
  else sendTyped();
});
addEventListener("pagehide", sendTyped);

// A tab that is closed or put aside while somebody types: it is kept already, and sent if possible.
function sendTyped() {
  for (const question of questions) {
    const state = states.get(question);
    if (state.typing) save(question);
  }
}

addEventListener("pageshow", () => {
  for (const state of states.values()) state.leaving = false;
});

// Only where the browser keeps nothing can leaving the page lose something.
addEventListener("beforeunload", (event) => {
  if ([...states.values()].some((state) => state.away && !state.kept?.safe)) event.preventDefault();
});

// ---------------------------------------------------------------- what an earlier visit left

adopt(form.dataset.assessment, (change) => {
  const question = questions.find((one) => one.dataset.question === change.question);
  if (!question || question.disabled) return;
  states.get(question).restoring.push(change);
  restoreNext(question);
});

function restoreNext(question) {
  const state = states.get(question);
  if (state.kept || state.sending || !state.restoring.length) return;
  const change = state.restoring.shift();
  const entries = entriesIn(change.question, change.pairs);
  if (!partsThatDiffer(entries, entriesOf(question)).length) {
    forget(change);
    return restoreNext(question);
  }
  setEntries(question, entries);
  versionOf(question).value = change.pairs.find(([name]) => name.endsWith(".version"))[1];
  state.restored = change;
  save(question);
}

// ---------------------------------------------------------------- what the page shows

function isAnswered(question) {
  const { choice, text } = entriesOf(question);
  return Boolean(choice.length || text);
}

function setConflict(question, html) {
  question.querySelector("[data-conflict]").innerHTML = html;
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

// Above what is saved stands what is not.
function sayOverall(saved) {
  const away = [...states.values()].filter((state) => state.away);
  if (away.some((state) => !state.kept?.safe)) tell(words.unkept, "danger");
  else if (away.length) tell(words.kept, "warning");
  else tell(saved, "check");
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
