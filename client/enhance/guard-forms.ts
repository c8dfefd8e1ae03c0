/** A second press of the same button sends nothing twice; leaving with something typed asks first. */
export const guardForms = (): void => {
  document.addEventListener("input", ({ target }) => {
    if (target instanceof Element && target.closest("form[data-warn]")) addEventListener("beforeunload", ask);
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    removeEventListener("beforeunload", ask);
    (event as SubmitEvent).submitter?.setAttribute("aria-disabled", "true");
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) {
      delete form.dataset.sent;
      form.querySelector("[aria-disabled]")?.removeAttribute("aria-disabled");
    }
  });
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-print]")) print();
  });
};

// Heard only while something is unsaved: where a page has it, Chromium may lose the next address asked for after a
// double click on a link, since it waits for the answer of a page that has just left.
const ask = (event: Event): void => event.preventDefault();
