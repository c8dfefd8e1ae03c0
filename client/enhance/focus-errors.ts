/** After a refused form, the summary of what is wrong is the first thing read. */
export const focusErrors = (): void => {
  document.querySelector<HTMLElement>("[data-focus]")?.focus();
};
