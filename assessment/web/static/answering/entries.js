// What is ticked and written in a question's fields, read and set as a whole.

const TEXTS = ["text", "comment", "evidence", "respondent", "reason"];

export function pairsOf(question) {
  const pairs = [];
  for (const input of question.querySelectorAll("input, textarea, select")) {
    const off = ["radio", "checkbox"].includes(input.type) && !input.checked;
    if (input.name && !off) pairs.push([input.name, input.value]);
  }
  return pairs;
}

export function entriesOf(question) {
  return entriesIn(question.dataset.question, pairsOf(question));
}

export function entriesIn(id, pairs) {
  const values = (part) => pairs.filter(([name]) => name === `${id}.${part}`).map(([, value]) => value);
  const texts = TEXTS.map((part) => [part, values(part)[0] ?? ""]);
  return { choice: values("choice"), ...Object.fromEntries(texts) };
}

export function partsThatDiffer(one, other) {
  return Object.keys(one).filter((part) => plain(one[part]) !== plain(other[part]));
}

// As the server compares: blanks around a text do not count.
function plain(value) {
  return Array.isArray(value) ? [...value].sort().join(" ") : value.replaceAll("\r\n", "\n").trim();
}

export function setEntries(question, entries, parts = Object.keys(entries)) {
  const id = question.dataset.question;
  for (const part of parts) {
    for (const input of question.querySelectorAll(`[name="${CSS.escape(id)}.${part}"]`)) {
      if (part === "choice") input.checked = entries.choice.includes(input.value);
      else input.value = entries[part];
    }
  }
  if (entries.comment || entries.evidence || entries.respondent) {
    for (const details of question.querySelectorAll(".app-question__foot > details")) details.open = true;
  }
}

export function versionOf(question) {
  return question.querySelector(`[name="${CSS.escape(question.dataset.question)}.version"]`);
}
