import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Card, EmptyState, Notice } from "#client/design/card.tsx";
import { Tabs } from "#client/design/tabs.tsx";
import { ErrorSummary, type Errors, Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount, sayNumber } from "#client/kernel/say.tsx";
import { LiveMark, readAgainAt } from "#client/positionings/live-mark.tsx";
import type { DatingPlan, JobDating, Registration } from "#shared/events/job-dating.ts";
import { ChangeForms } from "./change-forms.tsx";
import { PlanByCompany } from "./plan-by-company.tsx";
import { PlanByPerson } from "./plan-by-person.tsx";

export type PlanProps = {
  dating: JobDating;
  people: readonly Registration[];
  /** Why somebody has no meeting, by registration. */
  why: ReadonlyMap<string, string>;
  /** How many announced meetings this timetable moves, loses and brings. */
  difference: { readonly moved: number; readonly gone: number; readonly gained: number } | null;
  from: number;
  vue: "entreprises" | "personnes";
  over: boolean;
  /** Awaited at a table now or in a moment, and not through the door. */
  missing: readonly Registration[];
  errors: Errors;
};

/** The timetable: computed, read, steered, then announced. */
export const planPage = (props: PlanProps): Page => {
  const { dating, people, vue, errors, over } = props;
  const { plan } = dating;
  const address = `/bureau/evenements/${dating.id}`;
  return {
    title: `Planning, ${dating.title}`,
    section: "events",
    wide: true,
    robots: "noindex",
    scripts: ["desk"],
    body: (
      <div class="wrap wide body stack" {...readAgainAt(`${address}/planning`, errors)}>
        <Breadcrumb
          links={[
            { href: "/bureau/evenements", label: "Événements" },
            { href: address, label: dating.title },
          ]}
          here="Planning"
        />
        <div class="row spread">
          <h1>Planning</h1>
          <LiveMark />
        </div>
        <ErrorSummary errors={errors} />
        <div data-desk-region="missing">
          <Missing dating={dating} missing={props.missing} />
        </div>
        <div class="stack" data-desk-region="plan">
          {plan === null ? <NothingYet dating={dating} people={people.length} /> : <State {...props} plan={plan} />}
          {plan !== null && (
            <>
              <Tabs
                label="Le planning"
                tabs={[
                  { href: `${address}/planning`, label: "Par entreprise", current: vue === "entreprises" },
                  { href: `${address}/planning?vue=personnes`, label: "Par personne", current: vue === "personnes" },
                ]}
              />
              {vue === "entreprises" ? (
                <PlanByCompany {...props} plan={plan} />
              ) : (
                <PlanByPerson {...props} plan={plan} />
              )}
            </>
          )}
        </div>
        {dating.announced && !over && <ChangeForms dating={dating} people={people} from={props.from} />}
      </div>
    ),
  };
};

const Missing = ({ dating, missing }: Pick<PlanProps, "dating" | "missing">): VNode | null =>
  missing.length === 0 ? null : (
    <Card tone="clay">
      <h2 class="h3">{sayCount(missing.length, "personne attendue", "personnes attendues")}</h2>
      <ul class="stack-s">
        {missing.map(({ id, firstName, lastName }) => (
          <li key={id}>
            <b>{`${firstName} ${lastName}`}</b> n’est pas à l’accueil.{" "}
            <a href={`/bureau/evenements/${dating.id}/changement?kind=absent&registrationId=${id}`}>
              Voir qui peut prendre ses rencontres
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );

const NothingYet = ({ dating, people }: { dating: JobDating; people: number }): VNode => (
  <EmptyState title="Le planning n’est pas encore calculé">
    <p>
      {people === 0
        ? "Personne n’est encore inscrit. Il faut au moins une personne."
        : `${sayCount(people, "personne a", "personnes ont")} une place. Personne n’est prévenu pendant le calcul.`}
    </p>
    {people > 0 ? (
      <Form action={`/bureau/evenements/${dating.id}/planning`}>
        <Button>Calculer le planning</Button>
      </Form>
    ) : (
      <p>
        <ButtonLink href={`/evenements/${dating.id}`}>Inscrire quelqu’un</ButtonLink>
      </p>
    )}
  </EmptyState>
);

const State = ({ dating, people, plan, difference, over }: PlanProps & { plan: DatingPlan }): VNode => {
  const stale = plan.basis !== dating.basis;
  const told =
    dating.announced !== null && difference !== null && difference.moved + difference.gone + difference.gained === 0;
  return (
    <>
      {stale && (
        <Notice>
          <p>
            Quelque chose a changé depuis ce planning : une inscription, une table, un choix. Calculez-le de nouveau.
          </p>
        </Notice>
      )}
      <div class="grid3">
        <Worth plan={plan} people={people.length} />
        {!over && (
          <Card tone={stale || !told ? "saffron" : "pine"}>
            <h2 class="h3">{told && !stale ? "Le planning est annoncé" : "Annoncer"}</h2>
            <p>{sayDifference(dating, difference)}</p>
            <div class="row">
              {!stale && !told && dating.status === "published" && (
                <Form action={`/bureau/evenements/${dating.id}/planning/publication`} hidden={{ basis: plan.basis }}>
                  <Button>Annoncer et prévenir</Button>
                </Form>
              )}
              <Form action={`/bureau/evenements/${dating.id}/planning`}>
                <Button kind={stale ? "primary" : "second"}>Calculer de nouveau</Button>
              </Form>
            </div>
          </Card>
        )}
      </div>
    </>
  );
};

/** "Chacun a une rencontre ; 57 sur 68 en ont deux. C’est le meilleur planning possible." */
const Worth = ({ plan: { figures, possible, proved }, people }: { plan: DatingPlan; people: number }): VNode => (
  <Card>
    <h2 class="h3">Ce que vaut ce planning</h2>
    <p>
      {sayCount(figures.meetings, "rencontre", "rencontres")}.{" "}
      {figures.withOne === people
        ? "Chaque personne en a au moins une"
        : `${figures.withOne} sur ${sayCount(people, "personne", "personnes")} en ${figures.withOne < 2 ? "a" : "ont"} au moins une`}
      , {figures.withTwo} en {figures.withTwo < 2 ? "a" : "ont"} deux ou plus.
    </p>
    <p class="small soft">
      {proved
        ? "C’est prouvé : aucun autre planning ne fait mieux."
        : `Accord total ${sayNumber(figures.score)} sur ${sayNumber(possible.score)} au plus.`}
    </p>
  </Card>
);

const sayDifference = (dating: JobDating, difference: PlanProps["difference"]): string => {
  if (dating.status !== "published") return "Publiez d’abord l’événement : personne ne peut être prévenu.";
  if (difference === null) return "Personne ne connaît encore ses horaires. Chaque personne inscrite recevra un mail.";
  const parts = [
    difference.moved > 0 &&
      sayCount(difference.moved, "rencontre annoncée change d’heure", "rencontres annoncées changent d’heure"),
    difference.gone > 0 && `${sayCount(difference.gone, "disparaît", "disparaissent")}`,
    difference.gained > 0 && sayCount(difference.gained, "s’ajoute", "s’ajoutent"),
  ].filter(Boolean);
  return parts.length === 0
    ? "Chaque personne connaît ces horaires."
    : `${parts.join(", ")}. Seules ces personnes sont prévenues.`;
};
