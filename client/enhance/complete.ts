import { type Combobox, closeList, makeCombobox, propose } from "./combobox.ts";

/**
 * Completes trades and communes as one types. Fields are found when they take focus, so those swapped in later
 * are completed too; without this script the text alone is sent, and read by the server.
 */
export const completeFields = (): void => {
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.getAttribute("role")) return;
    const source = sources[target.dataset.complete ?? ""];
    if (source) follow(makeCombobox(target), source);
  });
};

type Reply = {
  readonly occupations?: readonly { readonly label: string }[];
  readonly places?: readonly { readonly name: string; readonly postcodes: readonly string[] }[];
};

type Source = { readonly address: string; readonly read: (reply: Reply) => readonly string[] };

const sources: Readonly<Record<string, Source>> = {
  occupations: {
    address: "/api/v1/occupations?q=",
    read: ({ occupations = [] }) => occupations.map(({ label }) => label),
  },
  places: {
    address: "/api/v1/places?q=",
    read: ({ places = [] }) => places.map(({ name, postcodes }) => (postcodes[0] ? `${name} (${postcodes[0]})` : name)),
  },
};

/** Nobody types a letter faster than this, in milliseconds: one question per pause. */
const pause = 150;
const proposed = 8;

const follow = (box: Combobox, source: Source): void => {
  let timer = 0;
  box.field.addEventListener("input", () => {
    window.clearTimeout(timer);
    const typed = box.field.value.trim();
    if (typed.length < 2) return closeList(box);
    timer = window.setTimeout(async () => {
      const proposals = await ask(source, typed);
      if (box.field.value.trim() === typed) propose(box, proposals.slice(0, proposed));
    }, pause);
  });
};

/** No proposal when the network fails: what was typed still counts. */
const ask = async ({ address, read }: Source, typed: string): Promise<readonly string[]> => {
  try {
    const reply = await fetch(address + encodeURIComponent(typed), { headers: { accept: "application/json" } });
    return reply.ok ? read(await reply.json()) : [];
  } catch {
    return [];
  }
};
