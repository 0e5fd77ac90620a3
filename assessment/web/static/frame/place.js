// Keeps the place: the language link takes the anchor along, and another theme shows at once, so that
// nothing typed is lost. Without this both load the page anew.

const root = document.documentElement;
const link = document.querySelector("[data-language]");
const form = document.querySelector("[data-theme-form]");
const menu = form.querySelector("details");

// The address may have changed since the page was loaded, by a search that shows its results at once.
link.addEventListener("click", () => {
  const there = new URL(link.href);
  if (there.pathname === location.pathname) {
    const asked = new URLSearchParams(location.search);
    asked.set("lang", there.searchParams.get("lang"));
    there.search = asked;
  }
  there.hash = location.hash;
  link.href = there;
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const chosen = event.submitter;
  const data = new URLSearchParams(new FormData(form));
  data.set("theme", chosen.value);
  if (chosen.value === "system") delete root.dataset.kernTheme;
  else root.dataset.kernTheme = chosen.value;
  for (const button of form.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button === chosen));
  }
  fetch(form.action, { method: "POST", body: data, redirect: "manual", keepalive: true });
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  const inside = menu.contains(document.activeElement);
  menu.open = false;
  if (inside) menu.querySelector("summary").focus();
});

document.addEventListener("click", (event) => {
  if (!menu.contains(event.target)) menu.open = false;
});

// What is wrong with a form is read first, and the keyboard goes on from there.
document.querySelector("[data-focus]")?.focus();
