import type { VNode } from "preact";
import { Card, EmptyState } from "#client/design/card.tsx";
import { type Figure, Figures } from "#client/design/figures.tsx";
import { type Column, Table } from "#client/design/table.tsx";
import { eventBalancePage, TakeAway } from "#client/events/event-balance-page.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayDay, sayNumber } from "#client/kernel/say.tsx";
import { contactOutcomes, satisfactions } from "#shared/events/forums/forum.ts";
import type { StandFigures } from "#shared/events/forums/forum-balance.ts";
import { balanceDueOn } from "#shared/events/forums/forum-rules.ts";
import { wayOutQuestions } from "#shared/events/forums/way-out-contracts.ts";
import type { ForumFacts } from "./forum-facts.ts";
import { contactOutcomeLabels, satisfactionLabels, sayStand, wayOutQuestionLabels } from "./forum-words.ts";

/** What a forum gave: the day after, and three months later. No visitor's name is on it. */
export const forumBalancePage = (props: ForumFacts): Page => {
  const { forum, figures } = props;
  return eventBalancePage({
    event: forum,
    children: (
      <>
        <TakeAway event={forum} />
        <TheDay {...props} />
        <Later {...props} />
        <section class="stack" aria-labelledby="par-stand">
          <h2 id="par-stand">Stand par stand</h2>
          {figures.length === 0 ? (
            <EmptyState title="Aucun stand">
              <p>Les chiffres apparaissent une fois les stands ajoutés.</p>
            </EmptyState>
          ) : (
            <div class="balance">
              <Table
                caption="Ce que chaque stand a donné"
                columns={columnsOf(forum.id)}
                rows={figures}
                rowKey={({ stand }) => stand.id}
              />
            </div>
          )}
        </section>
        <WayOut {...props} />
      </>
    ),
  });
};

const TheDay = ({ placed, visitors, totals, figures }: ForumFacts): VNode => (
  <section class="stack-s" aria-labelledby="le-jour">
    <h2 id="le-jour">Le jour même</h2>
    <Figures
      figures={[
        figure(visitors.came + visitors.unnamed, "visiteurs"),
        figure(placed.length, `inscrits, dont ${sayCount(visitors.came, "venu", "venus")}`),
        figure(figures.length, "stands"),
        figure(totals.offers, "offres présentées"),
        figure(totals.trainings, `formations, ${sayCount(totals.trainingPlaces, "place", "places")}`),
        figure(totals.contacts, "contacts aux stands"),
      ]}
    />
  </section>
);

const Later = ({ forum, totals, today }: ForumFacts): VNode => {
  const due = balanceDueOn(forum);
  return (
    <section class="stack-s" aria-labelledby="la-suite">
      <h2 id="la-suite">La suite, trois mois après</h2>
      <Figures
        figures={[
          figure(totals.positioned, "positionnements après un contact"),
          figure(totals.hired, `embauches suivies, dont ${totals.inPostM3} en poste à trois mois`),
          figure(totals.filledOffers, "postes pourvus, dit par les stands"),
          figure(totals.filledTrainings, "places de formation prises"),
        ]}
      />
      {totals.silent > 0 && due <= today && (
        <Card tone="saffron">
          <p>
            {sayCount(totals.silent, "stand n’a pas encore dit", "stands n’ont pas encore dit")} ce qu’ils ont pourvu.
            Ouvrez chaque stand dans le tableau, et notez ses chiffres.
          </p>
        </Card>
      )}
      {due > today && <p class="soft">Les stands seront rappelés à partir du {sayDay(due, today)}.</p>}
    </section>
  );
};

const figure = (value: number, what: string): Figure => ({ value: sayNumber(value), what });

const columnsOf = (forumId: string): readonly Column<StandFigures>[] => [
  {
    title: "Stand",
    cell: ({ stand }) => <a href={`/bureau/forums/${forumId}/stands/${stand.id}`}>{sayStand(stand)}</a>,
  },
  { title: "Offres", number: true, cell: ({ stand }) => stand.offerIds.length },
  { title: "Formations", number: true, cell: ({ stand }) => stand.trainings.length },
  { title: "Contacts", number: true, cell: ({ contacts }) => contacts },
  ...contactOutcomes
    .filter((outcome) => outcome !== "talked")
    .map((outcome) => ({
      title: contactOutcomeLabels[outcome],
      number: true,
      cell: ({ outcomes }: StandFigures) => outcomes[outcome],
    })),
  { title: "Embauches suivies", number: true, cell: ({ hired }) => hired },
  { title: "Postes pourvus", number: true, cell: ({ filled }) => filled?.offers ?? "à demander" },
  { title: "Places prises", number: true, cell: ({ filled }) => filled?.trainings ?? "à demander" },
];

const WayOut = ({ wayOut }: ForumFacts): VNode => (
  <section class="stack" aria-labelledby="sortie">
    <h2 id="sortie">À la sortie</h2>
    {wayOut.answers === 0 ? (
      <p class="soft">Aucun questionnaire rempli.</p>
    ) : (
      <>
        <p>{sayCount(wayOut.answers, "personne a répondu", "personnes ont répondu")}.</p>
        <table class="people">
          <caption class="vh">Réponses à la sortie</caption>
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col" class="n">
                Part
              </th>
              <th scope="col" class="n">
                Réponses
              </th>
            </tr>
          </thead>
          <tbody>
            {satisfactions.map((one) => (
              <Share key={one} what={satisfactionLabels[one]} count={wayOut.satisfaction[one]} of={wayOut.answers} />
            ))}
            {wayOutQuestions.map((one) => (
              <Share key={one} what={`${wayOutQuestionLabels[one]} Oui`} count={wayOut.yes[one]} of={wayOut.answers} />
            ))}
          </tbody>
        </table>
        {wayOut.comments.length > 0 && (
          <>
            <h3>Remarques</h3>
            <ul class="stack-s">
              {wayOut.comments.map((comment, index) => (
                <li key={index} class="preline">
                  {comment}
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    )}
  </section>
);

const Share = ({ what, count, of }: { what: string; count: number; of: number }): VNode => (
  <tr>
    <td>{what}</td>
    <td class="n" data-title="Part">
      {Math.round((count / of) * 100)} %
    </td>
    <td class="n" data-title="Réponses">
      {count}
    </td>
  </tr>
);
