/** A text field and the list of proposals under it: the ARIA combobox pattern, the focus staying in the field. */
export type Combobox = { readonly field: HTMLInputElement; readonly list: HTMLUListElement; chosen: number };

let made = 0;

export const makeCombobox = (field: HTMLInputElement): Combobox => {
  const list = document.createElement("ul");
  list.id = `propositions-${++made}`;
  list.className = "completions";
  list.hidden = true;
  set(list, { role: "listbox", "aria-label": "Propositions" });
  set(field, { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" });
  field.after(list);
  const box: Combobox = { field, list, chosen: -1 };
  field.addEventListener("keydown", (event) => answerKey(box, event));
  field.addEventListener("blur", () => closeList(box));
  // Before blur, which would close the list and lose the press.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", ({ target }) => {
    if (target instanceof Element) take(box, target.closest("li"));
  });
  return box;
};

export const propose = (box: Combobox, proposals: readonly string[]): void => {
  box.list.replaceChildren(
    ...proposals.map((proposal, index) => {
      const option = document.createElement("li");
      option.textContent = proposal;
      set(option, { id: `${box.list.id}-${index}`, role: "option" });
      return option;
    }),
  );
  box.list.hidden = proposals.length === 0 || document.activeElement !== box.field;
  point(box, -1);
};

export const closeList = (box: Combobox): void => {
  box.list.hidden = true;
  point(box, -1);
};

const set = (element: Element, attributes: Readonly<Record<string, string>>): void => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
};

const point = (box: Combobox, index: number): void => {
  box.chosen = index;
  box.field.removeAttribute("aria-activedescendant");
  set(box.field, { "aria-expanded": String(!box.list.hidden) });
  for (const [position, option] of [...box.list.children].entries()) {
    set(option, { "aria-selected": String(position === index) });
    if (position !== index) continue;
    set(box.field, { "aria-activedescendant": option.id });
    option.scrollIntoView({ block: "nearest" });
  }
};

const take = (box: Combobox, option: Element | null | undefined): void => {
  if (!option) return;
  box.field.value = option.textContent ?? "";
  closeList(box);
  box.field.dispatchEvent(new Event("change", { bubbles: true }));
};

const answerKey = (box: Combobox, event: KeyboardEvent): void => {
  const { length } = box.list.children;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && length > 0) {
    box.list.hidden = false;
    point(box, box.chosen < 0 && step < 0 ? length - 1 : (box.chosen + step + length) % length);
  } else if (box.list.hidden) return;
  else if (event.key === "Escape") closeList(box);
  else if (event.key === "Enter" && box.chosen >= 0) take(box, box.list.children[box.chosen]);
  else return;
  event.preventDefault();
};
