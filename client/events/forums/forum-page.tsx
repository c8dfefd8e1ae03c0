import type { VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { Card, EmptyState, Tag } from "#client/design/card.tsx";
import { Figures } from "#client/design/figures.tsx";
import { Table } from "#client/design/table.tsx";
import { registeredColumns } from "#client/events/registered-columns.tsx";
import { Cancelled, isLive, Publish, runEventPage } from "#client/events/run-event-page.tsx";
import type { Errors } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayNumber } from "#client/kernel/say.tsx";
import type { ForumFacts } from "./forum-facts.ts";
import { sayStand } from "./forum-words.ts";

type Props = ForumFacts & { readonly errors: Errors };

/** One forum as its officer runs it: what comes next, the stands, the people, the figures of the day. */
export const forumPage = (props: Props): Page => {
  const { forum, placed, waiting, over, today, errors } = props;
  return runEventPage({
    event: forum,
    over,
    today,
    registered: placed.length + waiting.length,
    errors,
    next: <NextStep {...props} />,
    facts: [["Inscrits, au plus", forum.capacity]],
    words: { change: "Modifier la date, le lieu ou le nombre d’inscrits", cancel: "Annuler ce forum" },
    children: (
      <>
        {forum.status === "published" && <TheDay {...props} />}
        <Stands {...props} />
        <People {...props} live={isLive({ event: forum, over })} />
      </>
    ),
  });
};

const NextStep = ({ forum, figures, placed, visitors, over }: Props): VNode => {
  if (forum.status === "cancelled")
    return <Cancelled>Ce forum est annulé. Les personnes inscrites sont prévenues.</Cancelled>;
  if (forum.status === "draft")
    return (
      <Card tone="saffron">
        <p>
          {figures.length === 0
            ? "Personne ne le voit encore. Ajoutez des stands, puis publiez."
            : "Personne ne le voit encore. Publier ouvre les inscriptions."}
        </p>
        {figures.length === 0 ? (
          <ButtonLink href={`/bureau/forums/${forum.id}/nouveau-stand`}>Ajouter un stand</ButtonLink>
        ) : (
          <Publish event={forum} />
        )}
      </Card>
    );
  return over ? (
    <Card tone="pine">
      <p>{sayCount(visitors.came + visitors.unnamed, "visiteur est venu", "visiteurs sont venus")}.</p>
      <ButtonLink href={`/bureau/evenements/${forum.id}/bilan`}>Voir le bilan</ButtonLink>
    </Card>
  ) : (
    <Card tone="pine">
      <p>{sayCount(placed.length, "personne est inscrite", "personnes sont inscrites")}.</p>
      <ButtonLink kind="second" href={`/evenements/${forum.id}`}>
        Inscrire quelqu’un
      </ButtonLink>
    </Card>
  );
};

const TheDay = ({ forum, visitors, totals, wayOut, wayOutPath }: Props): VNode => (
  <section class="stack-s" aria-labelledby="le-jour">
    <h2 id="le-jour">Le jour même</h2>
    <div data-desk-region="figures">
      <Figures
        figures={[
          { value: sayNumber(visitors.came + visitors.unnamed), what: "entrées" },
          { value: sayNumber(visitors.unnamed), what: "dont sans nom" },
          { value: sayNumber(totals.contacts), what: "contacts aux stands" },
          { value: sayNumber(wayOut.answers), what: "questionnaires à la sortie" },
        ]}
      />
    </div>
    <div class="row">
      <ButtonLink kind="second" href={`/bureau/evenements/${forum.id}/accueil`}>
        Ouvrir l’accueil
      </ButtonLink>
      <ButtonLink kind="plain" href={wayOutPath}>
        Ouvrir le questionnaire de sortie
      </ButtonLink>
      <ButtonLink kind="plain" href={`/bureau/evenements/${forum.id}/badges`}>
        Imprimer les badges
      </ButtonLink>
      <ButtonLink kind="plain" href={`/bureau/forums/${forum.id}/feuilles`}>
        Imprimer les feuilles de stand
      </ButtonLink>
      <ButtonLink kind="plain" href={`/bureau/evenements/${forum.id}/bilan`}>
        Voir le bilan
      </ButtonLink>
    </div>
    <p class="small soft">Le questionnaire s’ouvre sur une tablette, sans compte : copiez son adresse.</p>
  </section>
);

const Stands = ({ forum, figures }: Props): VNode => (
  <section class="stack" aria-labelledby="stands">
    <div class="row spread">
      <h2 id="stands">
        Stands <span class="faint num">{figures.length}</span>
      </h2>
      {forum.status !== "cancelled" && (
        <ButtonLink kind="second" href={`/bureau/forums/${forum.id}/nouveau-stand`}>
          Ajouter un stand
        </ButtonLink>
      )}
    </div>
    {figures.length === 0 ? (
      <EmptyState title="Aucun stand">
        <p>Cherchez une entreprise, ou écrivez le nom d’un organisme de formation.</p>
      </EmptyState>
    ) : (
      <div data-desk-region="stands">
        <Table
          caption="Stands"
          rows={figures}
          rowKey={({ stand }) => stand.id}
          columns={[
            {
              title: "Stand",
              cell: ({ stand }) => (
                <a href={`/bureau/forums/${forum.id}/stands/${stand.id}`}>
                  <b>{sayStand(stand)}</b>
                </a>
              ),
            },
            { title: "Offres", number: true, cell: ({ stand }) => stand.offerIds.length },
            { title: "Formations", number: true, cell: ({ stand }) => stand.trainings.length },
            { title: "Contacts", number: true, cell: ({ contacts }) => contacts },
          ]}
        />
      </div>
    )}
  </section>
);

const People = ({ forum, placed, waiting, live }: Props & { live: boolean }): VNode => (
  <section class="stack" aria-labelledby="inscrits" data-desk-region="people">
    <h2 id="inscrits">
      Inscrits <span class="faint num">{placed.length + waiting.length}</span>
    </h2>
    {placed.length === 0 ? (
      <p class="soft">Personne n’est encore inscrit. À l’entrée, on peut aussi compter sans nom.</p>
    ) : (
      <Table
        caption="Inscrits"
        rows={[...placed, ...waiting]}
        rowKey={({ id }) => id}
        columns={registeredColumns(forum, {
          live,
          between: [
            {
              title: "Venue",
              cell: (one) =>
                waiting.includes(one) ? (
                  <Tag tone="saffron">liste d’attente</Tag>
                ) : one.arrivedAt === null ? (
                  <span class="soft">{live ? "pas encore" : "non"}</span>
                ) : (
                  <Tag tone="pine">venue</Tag>
                ),
            },
          ],
        })}
      />
    )}
  </section>
);
