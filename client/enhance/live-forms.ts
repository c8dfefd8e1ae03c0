/**
 * Search forms (`data-live`) answer without reload: the same address is asked, the parts marked
 * `data-live-region` are swapped, the address, the focus and the "back" button keep their meaning.
 */
export const enliven = (): void => {
  document.addEventListener("change", ({ target }) => {
    // A text field waits for its button or Enter: what is half typed is not a question.
    const chosen =
      target instanceof HTMLSelectElement ||
      (target instanceof HTMLInputElement && ["checkbox", "radio"].includes(target.type));
    if (chosen && isLive(target.form)) search(target.form);
  });
  document.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || !isLive(event.target)) return;
    event.preventDefault();
    search(event.target);
  });
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const link = event.target.closest<HTMLAnchorElement>("a[data-live-link]");
    if (!link || link.origin !== location.origin) return;
    event.preventDefault();
    void show(link.href, true);
  });
  addEventListener("popstate", () => {
    if (document.querySelector("form[data-live]")) void show(location.href, false);
  });
};

const isLive = (form: HTMLFormElement | null): form is HTMLFormElement => form?.dataset.live !== undefined;

const search = (form: HTMLFormElement): void => {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value !== "") query.append(name, String(value));
  const address = new URL(form.action);
  address.search = query.toString();
  void show(address.href, true);
};

let asked: AbortController | null = null;

const show = async (address: string, isNew: boolean): Promise<void> => {
  asked?.abort();
  const asking = new AbortController();
  asked = asking;
  document.body.setAttribute("aria-busy", "true");
  try {
    const reply = await fetch(address, { signal: asking.signal, headers: { accept: "text/html" } });
    if (!reply.ok) throw new Error(String(reply.status));
    const answer = new DOMParser().parseFromString(await reply.text(), "text/html");
    if (isNew && reply.url !== location.href) history.pushState(null, "", reply.url);
    swap(answer);
  } catch {
    // An ordinary visit says better what went wrong.
    if (!asking.signal.aborted) location.assign(address);
  }
  if (asked === asking) document.body.removeAttribute("aria-busy");
};

const swap = (answer: Document): void => {
  const focused = document.activeElement?.id;
  const open = new Map([...document.querySelectorAll("details")].map((fold) => [nameOf(fold), fold.open]));
  document.title = answer.title;
  for (const part of document.querySelectorAll<HTMLElement>("[data-live-region]")) {
    const next = answer.querySelector(`[data-live-region="${part.dataset.liveRegion}"]`);
    if (next) part.replaceWith(next);
  }
  for (const field of document.querySelectorAll<HTMLInputElement>("form[data-live] input[id]")) {
    const next = answer.getElementById(field.id);
    if (next instanceof HTMLInputElement && field !== document.activeElement) field.value = next.value;
  }
  for (const fold of document.querySelectorAll("details")) fold.open = open.get(nameOf(fold)) ?? fold.open;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  say(document.querySelector("[data-live-count]")?.textContent ?? answer.title);
};

const nameOf = (fold: HTMLDetailsElement): string => fold.id || (fold.querySelector("summary")?.textContent ?? "");

const say = (sentence: string): void => {
  const voice = document.getElementById("annonce");
  if (voice) voice.textContent = sentence;
};
