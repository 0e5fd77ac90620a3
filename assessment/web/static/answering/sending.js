// Sends one question to the server and says what became of it: saved, stale, invalid, refused or
// away. A token that is no longer good is replaced by a fresh one, and the answer sent again.

let token = document.querySelector("[name=csrf_token]")?.value;

export async function send(address, pairs) {
  try {
    if (!token) await renew(address);
    let answer = await post(address, pairs);
    if (answer.status === 400) {
      await renew(address);
      answer = await post(address, pairs);
    }
    return await outcomeOf(answer);
  } catch {
    return { kind: "away" };
  }
}

const OUTLIVES = 60_000; // browsers let small requests only outlive their page

function post(address, pairs) {
  const body = new URLSearchParams([["csrf_token", token], ...pairs]);
  return fetch(address, {
    method: "POST",
    body,
    headers: { Accept: "application/json" },
    keepalive: body.toString().length < OUTLIVES,
  });
}

async function outcomeOf(answer) {
  if (answer.status >= 500 || [400, 408, 421, 429].includes(answer.status)) return { kind: "away" };
  const told = await answer.json();
  if (answer.ok && told.saved.length) return { kind: "saved", ...told.saved[0] };
  if (told.stale) return { kind: "stale", ...told.stale[0] };
  if (answer.status === 422 && told.problems) return { kind: "invalid", problems: Object.values(told.problems)[0] };
  return { kind: "refused", told: told.told };
}

// The page of the topic has a token for this session; all forms here get it too.
async function renew(address) {
  const answer = await fetch(address.replace(/\/answer$/, ""), { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(answer.status);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  token = page.querySelector("[name=csrf_token]").value;
  for (const field of document.querySelectorAll("[name=csrf_token]")) field.value = token;
}
