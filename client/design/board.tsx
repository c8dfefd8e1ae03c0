import type { ComponentChildren, VNode } from "preact";

export type BoardCard = {
  readonly id: string;
  readonly who: string;
  /** What for: the job, the company. */
  readonly about: string;
  /** How long it has waited, in words. */
  readonly since: string;
  readonly href: string;
  /** `late`: somebody waits for me; `live`: it just moved. */
  readonly mark?: "late" | "live" | undefined;
  readonly acts?: ComponentChildren;
};

export type BoardColumn = {
  readonly title: string;
  readonly count: number;
  readonly cards: readonly BoardCard[];
  /** Where the whole column is listed. */
  readonly all: string;
};

/** Where people stand, a column a step. It may scroll sideways inside its own frame, by keyboard too. */
export const Board = ({ label, columns }: { label: string; columns: readonly BoardColumn[] }): VNode => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
  <section class="board" aria-label={label} tabIndex={0}>
    {columns.map((column) => (
      <section key={column.title}>
        <h2>
          {column.title}
          <span class="faint num">{column.count}</span>
        </h2>
        {column.cards.map((card) => (
          <CardOfBoard key={card.id} card={card} />
        ))}
        {column.cards.length === 0 && <p class="small soft">Personne ici pour le moment.</p>}
        {column.count > column.cards.length && (
          <p class="small">
            <a href={column.all} aria-label={`Tous : ${column.title}`}>
              Tous
            </a>
          </p>
        )}
      </section>
    ))}
  </section>
);

const CardOfBoard = ({ card }: { card: BoardCard }): VNode => (
  <article class={card.mark}>
    <h3 class="who-card">
      <a href={card.href}>{card.who}</a>
    </h3>
    <p>{card.about}</p>
    <p class="soft">{card.since}</p>
    {card.acts}
  </article>
);
