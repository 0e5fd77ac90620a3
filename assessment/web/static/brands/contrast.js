// Says while one types whether the colours can be read; without this the button does.

const part = document.querySelector("[data-colours]");
const place = part.querySelector("[data-contrast]");
const fields = [...part.querySelectorAll("input")];
let waiting;
let asked = 0;

async function show() {
  const address = new URL(part.dataset.colours, location.href);
  for (const field of fields) address.searchParams.set(field.name.split(".")[1], field.value);
  const turn = ++asked;
  const answer = await fetch(address);
  if (!answer.ok) return;
  const { told } = await answer.json();
  if (turn === asked) place.innerHTML = told;
}

part.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, 300);
});
