/** "/" and Ctrl+K lead staff to their search, wherever they are; typing in a field is typing. */
export const openSearch = (): void => {
  document.querySelector<HTMLInputElement>("[data-search-field]")?.focus();
  document.addEventListener("keydown", (event) => {
    const link = document.querySelector<HTMLAnchorElement>("a[data-search-link]");
    const asked = event.key === "/" || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
    if (!link || !asked || (event.key === "/" && isTyping(event.target))) return;
    event.preventDefault();
    const field = document.querySelector<HTMLInputElement>("[data-search-field]");
    if (field) field.select();
    else location.assign(link.href);
  });
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName));
