import type { VNode } from "preact";
import { PhoneLink } from "#client/accounts/phone-link.tsx";
import { Card } from "#client/design/card.tsx";
import { sayDay, sayHour, sayShortDay } from "#client/kernel/say.tsx";
import type { NextAction } from "#shared/companies/company.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import type { Moment } from "./card-facts.ts";

/** Something that happened around an offer, in words. */
export type News = { readonly at: string; readonly words: string };

export type CompanyPanelFacts = {
  readonly id: string;
  readonly name: string;
  readonly contact: { readonly name: string; readonly role: string | null; readonly phone: string | null } | null;
  readonly lastContactAt: string | null;
  readonly nextAction: NextAction | null;
  readonly positioned: number;
  readonly hired: number;
  readonly stillInPost: number;
};

/** What just happened around this offer, the last first. */
export const LivePanel = ({ news, at }: { news: readonly News[]; at: Moment }): VNode => (
  <Card as="section">
    <h2 class="h3">En direct</h2>
    <div class="stack-s" data-desk-region="news">
      {news.length === 0 && <p class="small soft">Rien encore. Les réponses et les nouveaux CV s’affichent ici.</p>}
      {news.map(({ at: when, words }, index) => (
        <p key={index} class="small">
          {index === 0 && <span class="pulse" aria-hidden="true" />}
          <b>{sayWhen(when, at)}</b> {words}
        </p>
      ))}
    </div>
  </Card>
);

const sayWhen = (when: string, { today }: Moment): string => {
  const day = dayOf(new Date(when));
  return day === today ? sayHour(new Date(when)) : sayShortDay(day);
};

export const CompanyPanel = ({ company, at }: { company: CompanyPanelFacts; at: Moment }): VNode => (
  <Card as="section">
    <h2 class="h3">L’entreprise</h2>
    <p class="small">
      <a href={`/bureau/entreprises/${company.id}`}>{company.name}</a>
      {company.contact && (
        <>
          <br />
          {[company.contact.name, company.contact.role].filter(Boolean).join(", ")}
          {company.contact.phone && (
            <>
              <br />
              <PhoneLink phone={company.contact.phone} />
            </>
          )}
        </>
      )}
    </p>
    <p class="small">
      {company.lastContactAt
        ? `Dernier contact le ${sayDay(dayOf(new Date(company.lastContactAt)), at.today)}. `
        : "Aucun contact noté. "}
      {company.nextAction && (
        <>
          Prochaine action : <b>{company.nextAction.what}</b>, {sayDay(company.nextAction.on, at.today)}
        </>
      )}
    </p>
    <p class="small soft">
      {company.positioned === 0
        ? "Personne n’y a encore été positionné."
        : `Depuis janvier : ${sayPositioned(company)}`}
    </p>
  </Card>
);

const sayPositioned = ({ positioned, hired, stillInPost }: CompanyPanelFacts): string =>
  `${positioned} ${positioned > 1 ? "positionnés" : "positionné"}, ${hired} ${hired > 1 ? "embauchés" : "embauché"}, ${stillInPost} encore en poste à 6 mois`;
