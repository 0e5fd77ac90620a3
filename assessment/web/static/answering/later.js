// On every page of an assessment: sends what an earlier page had to keep in this browser, and tells
// what could not be stored. Questions that are on the page itself are left to its own script.

import { adopt, forget } from "./kept.js";
import { send } from "./sending.js";

const place = document.querySelector("[data-kept]");
const words = JSON.parse(place.dataset.words);
const onPage = document.querySelectorAll("form[data-autosave] [data-question]:not(:disabled)");
const here = new Set([...onPage].map((question) => question.dataset.question));

let stored = 0;
let left = [];

function deliverAll() {
  stored = 0;
  left = [];
  adopt(place.dataset.kept, deliver);
}

async function deliver(change) {
  if (here.has(change.question)) return;
  const outcome = await send(change.address, change.pairs);
  if (outcome.kind === "saved") {
    forget(change);
    stored += 1;
  } else {
    left.push({ ...change, outcome });
  }
  tell();
}

function tell() {
  place.replaceChildren();
  if (left.length) place.append(paragraph(words.left), listOf(left));
  else if (stored) place.append(paragraph(words.stored));
  place.hidden = !place.childNodes.length;
}

function paragraph(text) {
  const line = document.createElement("p");
  line.textContent = text;
  return line;
}

function listOf(left) {
  const list = document.createElement("ul");
  for (const change of left) {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.className = "kern-link app-inline";
    link.href = `${change.address.replace(/\/answer$/, "")}#${change.question}`;
    link.textContent = change.title;
    line.append(link, ` – ${change.outcome.told ?? words[change.outcome.kind]} `, discard(change));
    list.append(line);
  }
  return list;
}

function discard(change) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "app-linklike";
  button.textContent = words.discard;
  button.setAttribute("aria-label", `${words.discard}: ${change.title}`);
  button.addEventListener("click", () => {
    forget(change);
    button.closest("li").remove();
    if (!place.querySelector("li")) place.hidden = true;
  });
  return button;
}

addEventListener("online", deliverAll);
deliverAll();
