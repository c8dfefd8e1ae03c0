/** A second press of the same button sends nothing twice; leaving with something typed asks first. */
export const guardForms = (): void => {
  let unsaved = false;
  document.addEventListener("input", ({ target }) => {
    if (target instanceof Element && target.closest("form[data-warn]")) unsaved = true;
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.method !== "post") return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
    unsaved = false;
    (event as SubmitEvent).submitter?.setAttribute("aria-disabled", "true");
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
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
