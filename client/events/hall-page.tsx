import type { VNode } from "preact";
import { Notice, Tag } from "#client/design/card.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayHour } from "#client/kernel/say.tsx";
import type { JobDating } from "#shared/events/job-dating.ts";
import { sayWhen } from "./dating-words.ts";

/** `there` is whether that badge came through the door. */
export type Seat = { readonly badge: string; readonly there: boolean } | null;

export type HallTable = {
  readonly number: number;
  readonly company: string;
  readonly now: Seat;
  readonly next: Seat;
  readonly closedNow: boolean;
};

export type HallProps = {
  readonly dating: JobDating;
  readonly at: Date;
  readonly tables: readonly HallTable[];
  /** The hours of the slot that runs and of the next one; null before the first, after the last. */
  readonly nowLabel: string | null;
  readonly nextLabel: string | null;
  readonly minutesToNext: number | null;
  readonly figures: { planned: number; done: number; arrived: number; expected: number; missing: number };
};

/** For a big screen and for phones: numbers, never names. */
export const hallPage = (props: HallProps): Page => {
  const { dating, at, tables, figures, minutesToNext } = props;
  return {
    title: dating.title,
    robots: "noindex",
    section: "events",
    wide: true,
    scripts: ["live-page"],
    body: (
      <div class="wrap wide body stack hall">
        <div class="row spread">
          <div>
            <h1>{dating.title}</h1>
            <p class="soft" data-live-region="clock">
              {sayWhen(dating)} · <b class="num">{sayHour(at)}</b>{" "}
              {minutesToNext !== null && <span>· prochain créneau dans {minutesToNext} min</span>}
            </p>
          </div>
          <div class="row" data-live-region="figures">
            <Tag tone="pine">{sayCount(figures.planned, "rencontre prévue", "rencontres prévues")}</Tag>
            <Tag>{sayCount(figures.done, "faite", "faites")}</Tag>
            <Tag>
              Arrivées : {figures.arrived} sur {figures.expected}
            </Tag>
            {figures.missing > 0 && <Tag tone="clay">{sayCount(figures.missing, "attendue", "attendues")}</Tag>}
          </div>
          <button type="button" class="button plain small no-print" data-full-screen="" hidden>
            Plein écran
          </button>
        </div>
        <p class="soft" data-live-line="" role="status" />
        <div data-live-region="tables">
          <Tables {...props} />
        </div>
        <p class="small soft">
          {sayCount(tables.length, "table", "tables")}. Cherchez le numéro de votre badge. Aucun nom n’est affiché.
        </p>
      </div>
    ),
  };
};

const Tables = ({ dating, tables, nowLabel, nextLabel }: HallProps): VNode => {
  if (dating.status === "cancelled")
    return (
      <Notice kind="wrong">
        <p>Cet événement est annulé.</p>
      </Notice>
    );
  if (tables.length === 0)
    return (
      <Notice>
        <p>Les horaires ne sont pas encore annoncés.</p>
      </Notice>
    );
  return (
    <ul class="hall-tables">
      {tables.map((table) => (
        <li key={table.number} class="card stack-s">
          <h2>
            <b class="num">{table.number}</b> {table.company}
          </h2>
          <dl>
            <div class="hall-now">
              <dt>{nowLabel === null ? "Maintenant" : `Maintenant, ${nowLabel}`}</dt>
              <dd>
                <SeatAt seat={table.now} closed={table.closedNow} running={nowLabel !== null} />
              </dd>
            </div>
            <div>
              <dt>{nextLabel === null ? "Ensuite" : `À ${nextLabel}`}</dt>
              <dd>
                <SeatAt
                  seat={table.next && { ...table.next, there: true }}
                  closed={false}
                  running={nextLabel !== null}
                />
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  );
};

const SeatAt = ({ seat, closed, running }: { seat: Seat; closed: boolean; running: boolean }): VNode => {
  if (!running) return <span class="soft">–</span>;
  if (seat === null) return <span class="soft">{closed ? "fermée" : "libre"}</span>;
  return (
    <>
      <b class="num">{seat.badge}</b>
      {!seat.there && <small class="soft"> attendu</small>}
    </>
  );
};
