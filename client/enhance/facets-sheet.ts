/** On a phone the facets are a sheet over the results; on a desk they stay open beside them. */
export const setFacets = (): void => {
  const onDesk = matchMedia("(min-width: 761px)");
  const settle = (): void => {
    for (const facets of all()) facets.open = onDesk.matches;
  };
  settle();
  onDesk.addEventListener("change", settle);
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && !onDesk.matches) close();
  });
  document.addEventListener("submit", () => {
    if (!onDesk.matches) close();
  });
};

const all = (): NodeListOf<HTMLDetailsElement> => document.querySelectorAll("details.facets");

const close = (): void => {
  for (const facets of all()) {
    if (facets.open) facets.querySelector("summary")?.focus();
    facets.open = false;
  }
};
