// Progress, score and questions that depend on others come from the page itself, read anew.

let running = false;
let wanted = false;

export async function refresh(form) {
  wanted = true;
  if (running) return;
  running = true;
  while (wanted) {
    wanted = false;
    const page = await fresh();
    if (page) show(form, page);
  }
  running = false;
}

async function fresh() {
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  } catch {
    return null;
  }
}

function show(form, page) {
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
