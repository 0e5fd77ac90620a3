// Shows that the report is being made; without this the browser shows it in its own way.

for (const link of document.querySelectorAll("[data-download]")) {
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    if (link.getAttribute("aria-disabled") === "true") return;
    const state = document.querySelector("[data-download-state]");
    link.setAttribute("aria-disabled", "true");
    state.textContent = link.dataset.waiting;
    state.classList.add("app-waiting");
    try {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(answer.status);
      store(await answer.blob(), nameOf(answer));
      state.textContent = link.dataset.done;
    } catch {
      state.textContent = link.dataset.failed;
    }
    state.classList.remove("app-waiting");
    link.removeAttribute("aria-disabled");
  });
}

function nameOf(answer) {
  const told = answer.headers.get("Content-Disposition") ?? "";
  return told.match(/filename="?([^";]+)"?/)?.[1] ?? "report.pdf";
}

function store(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
