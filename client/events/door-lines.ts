/** One person of the door's list, as the page holds it. */
export type DoorLine = {
  readonly element: HTMLElement;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly badge: string;
  readonly first: string;
  readonly waits: boolean;
};

export const linesOf = (root: HTMLElement): readonly DoorLine[] =>
  [...root.querySelectorAll<HTMLElement>("[data-door-person]")].map((element) => {
    const { doorPerson: id = "", code = "", name = "", badge = "", first = "", waits } = element.dataset;
    return { element, id, code, name, badge, first, waits: waits === "yes" };
  });

export const findLine = (lines: readonly DoorLine[], wanted: { id?: string; code?: string }): DoorLine | null =>
  lines.find(({ id, code }) => (wanted.id !== undefined ? id === wanted.id : code === wanted.code)) ?? null;

/** "9 h 12" on the clocks of the event, which the page names: a tablet may believe it is elsewhere. */
export const hourOf = (at: string): string => {
  const { timeZone } = document.querySelector<HTMLElement>("[data-time-zone]")?.dataset ?? {};
  const clock = { hour: "numeric", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat("fr-FR", timeZone ? { ...clock, timeZone } : clock)
    .format(new Date(at))
    .replace(":", " h ")
    .replace(/ h 00$/, " h");
};

/** An empty hour takes the mark away: the server refused this check-in. */
export const markArrived = ({ element }: DoorLine, at: string): void => {
  element.dataset.arrived = at;
  const mark = element.querySelector<HTMLElement>("[data-door-mark]");
  const form = element.querySelector<HTMLFormElement>('form[action$="/arrivees"]');
  if (mark) {
    mark.hidden = at === "";
    if (at !== "") mark.textContent = `arrivée à ${hourOf(at)}`;
  }
  if (form) form.hidden = at !== "";
};
