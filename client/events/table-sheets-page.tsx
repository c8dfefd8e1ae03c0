import type { VNode } from "preact";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { DatingMeeting, JobDating } from "#shared/events/job-dating.ts";
import { slotsOf } from "#shared/events/slots.ts";
import { sayWhen, sayWhere, tableNumber } from "./dating-words.ts";
import { printedPage } from "./printed-page.tsx";

export type Sheet = {
  readonly companyId: string;
  readonly company: string;
  readonly table: number;
  /** `badge` is the number of whoever comes; null once they gave up. */
  readonly meetings: readonly (DatingMeeting & { readonly badge: string | null })[];
};

/** A sheet lies on the table before each person who sits down: numbers, never names. */
export const tableSheetsPage = ({ dating, sheets }: { dating: JobDating; sheets: readonly Sheet[] }): Page =>
  printedPage({
    title: "Feuilles de table",
    event: dating,
    about: (
      <p>
        {sayCount(sheets.length, "feuille", "feuilles")}, une par table. Les numéros sont ceux des badges. Les noms sont
        sur l’écran de l’entreprise, pas sur la table.
      </p>
    ),
    count: sheets.length,
    empty: { title: "Rien à imprimer", text: "Annoncez d’abord les horaires, dans le planning." },
    sheets: sheets.map((sheet) => <OneSheet key={`${sheet.companyId} ${sheet.table}`} dating={dating} sheet={sheet} />),
  });

const OneSheet = ({ dating, sheet }: { dating: JobDating; sheet: Sheet }): VNode => {
  const number = tableNumber(dating, sheet.companyId, sheet.table);
  return (
    <section class="sheet" aria-label={`Table ${number}, ${sheet.company}`}>
      <div class="sheet-head">
        <b class="badge-number">{number}</b>
        <div>
          <h2>{sheet.company}</h2>
          <p>
            {dating.title}. {sayWhen(dating)}, {sayWhere(dating)}
          </p>
        </div>
      </div>
      <table>
        <caption class="vh">{`Rencontres de la table ${number}`}</caption>
        <thead>
          <tr>
            <th scope="col">Heure</th>
            <th scope="col">Badge</th>
            <th scope="col">Suite</th>
            <th scope="col">Embauche</th>
            <th scope="col">Non</th>
            <th scope="col">Notes</th>
          </tr>
        </thead>
        <tbody>
          {slotsOf(dating).map(({ index, label }) => {
            const meeting = sheet.meetings.find(({ slot }) => slot === index);
            return (
              <tr key={index}>
                <th scope="row">{label}</th>
                <td>{meeting ? <b>{meeting.badge ?? "libérée"}</b> : <span class="soft">libre</span>}</td>
                <td>{meeting && <Box />}</td>
                <td>{meeting && <Box />}</td>
                <td>{meeting && <Box />}</td>
                <td class="sheet-notes" />
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
};

const Box = (): VNode => <span class="tick-box" aria-hidden="true" />;
