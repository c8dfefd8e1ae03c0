import type { ComponentChildren, VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Breadcrumb, Notice } from "#client/design/card.tsx";
import { ErrorSummary, type Errors, Form } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayAgo, sayCount } from "#client/kernel/say.tsx";
import type { Company } from "#shared/companies/company.ts";
import { spokenSiret } from "#shared/companies/siret.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import { sizeOfCompany, statusOfCompany } from "./officer-words.ts";

export type Compared = { readonly company: Company; readonly holds: Readonly<Record<string, number>> };
type CompareProps = { pair: readonly [Compared, Compared]; today: string; errors: Errors };

/** Two files side by side: which one stays, or none. */
export const comparePage = ({ pair, today, errors }: CompareProps): Page => {
  const [one, other] = pair;
  const path = `/bureau/entreprises/doublons/${one.company.id}/${other.company.id}`;
  return {
    title: "Comparer deux fiches",
    section: "companies",
    wide: true,
    robots: "noindex",
    body: (
      <div class="wrap wide body stack">
        <Breadcrumb
          links={[
            { href: "/bureau/entreprises", label: "Entreprises" },
            { href: "/bureau/entreprises/doublons", label: "Doublons" },
          ]}
          here="Comparer"
        />
        <h1>Une entreprise, ou deux ?</h1>
        <ErrorSummary errors={errors} />
        <Side pair={pair} today={today} />
        <Notice>
          <p>
            La fiche gardée prend tout de l’autre : contacts, fil, besoins, offres, positionnements, recruteurs. Là où
            les deux disent autre chose, c’est la fiche gardée qui compte. Vous pourrez l’annuler pendant 24 heures.
          </p>
          {(other.holds.accounts ?? 0) + (one.holds.accounts ?? 0) > 0 && (
            <p>
              <b>Les recruteurs des deux fiches agiront pour la même entreprise.</b>
            </p>
          )}
        </Notice>
        <div class="row">
          {[one.company, other.company].map(({ id, name, commune, siret }) => (
            <Form
              key={id}
              action={path}
              class="row"
              hidden={{ keptId: id, shownOne: one.company.updatedAt, shownOther: other.company.updatedAt }}
            >
              <Button
                kind={siret === null ? "plain" : "second"}
                label={`Réunir dans « ${name} », ${commune.name}, SIRET ${spokenSiret(siret)}`}
              >
                Réunir dans « {name} »
              </Button>
            </Form>
          ))}
          <Form action={`${path}/autres`} class="row">
            <Button kind="link">Ce sont deux entreprises</Button>
          </Form>
        </div>
      </div>
    ),
  };
};

type Line = readonly [string, (file: Compared) => ComponentChildren];

const linesOn = (today: string): readonly Line[] => [
  ["SIRET", ({ company }) => <span class="num">{spokenSiret(company.siret)}</span>],
  ["État", ({ company }) => statusOfCompany[company.status]],
  ["Commune", ({ company }) => `${company.commune.name} (${company.commune.postcode})`],
  ["Adresse", ({ company }) => company.address ?? "non dite"],
  ["Secteur", ({ company }) => [company.naf, company.sector].filter(Boolean).join(" · ") || "non dit"],
  ["Taille", ({ company }) => (company.size ? sizeOfCompany[company.size] : "non dite")],
  ["Contacts", ({ company }) => company.contacts.map(({ name }) => name).join(", ") || "aucun"],
  ["Lignes du fil", ({ company }) => String(company.notes.length)],
  [
    "Dernier contact",
    ({ company }) => (company.lastContactAt ? sayAgo(dayOf(new Date(company.lastContactAt)), today) : "aucun"),
  ],
  ["Prochaine action", ({ company }) => company.nextAction?.what ?? "aucune"],
  ["Besoins", ({ company }) => company.needs.map(({ occupation }) => occupation).join(", ") || "aucun"],
  ["Accords", ({ company }) => company.agreements.map(({ title }) => title).join(", ") || "aucun"],
  ["Recruteurs", ({ holds }) => sayCount(holds.accounts ?? 0, "compte", "comptes")],
  ["Offres", ({ holds }) => String(holds.offers ?? 0)],
  ["Positionnements", ({ holds }) => String(holds.positionings ?? 0)],
  ["Candidatures reçues", ({ holds }) => String(holds.applications ?? 0)],
];

const Side = ({ pair, today }: { pair: readonly [Compared, Compared]; today: string }): VNode => (
  <div class="frame">
    <table class="compare">
      <caption class="vh">Les deux fiches côte à côte</caption>
      <thead>
        <tr>
          <td />
          {pair.map(({ company }) => (
            <th key={company.id} scope="col">
              <a class="breakable" href={`/bureau/entreprises/${company.id}`}>
                {company.name}
              </a>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {linesOn(today).map(([title, say]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            {pair.map((file) => (
              <td key={file.company.id} class="breakable">
                {say(file)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
