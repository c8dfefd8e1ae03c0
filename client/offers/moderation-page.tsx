import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { EmptyState, Facts, Notice, Tag } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { type Column, Table } from "#client/design/table.tsx";
import { ErrorSummary, type Errors, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayMoment, saySince } from "#client/kernel/say.tsx";
import { TextArea } from "#client/kernel/text-fields.tsx";
import { spokenPhone } from "#shared/accounts/phone.ts";
import type { Company } from "#shared/companies/company.ts";
import { spokenSiret } from "#shared/companies/siret.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { sayPay } from "./offer-words.ts";

/** A pending offer, and whether its company lets it be published now. */
export type WaitingOffer = {
  readonly offer: Pick<Offer, "id" | "title" | "companyName" | "commune" | "pay" | "history" | "createdAt">;
  readonly verified: boolean;
};

/** A company of the queue, or one refused. */
type JudgedCompany = Pick<Company, "id" | "name" | "sector" | "refusalReason" | "siret" | "commune" | "createdAt">;
type Queue = {
  companies: readonly JudgedCompany[];
  offers: readonly WaitingOffer[];
  refused: readonly JudgedCompany[];
  /** Engines that refuse a setting, or are not there: an administrator begins the day here. */
  settings: readonly { readonly fault: string; readonly since: string }[];
  now: Date;
};

/** Whoever waited longest comes first. */
export const moderationPage = ({ companies, offers, refused, settings, now }: Queue): Page => ({
  title: "Modération",
  section: "moderation",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack-l">
      <h1>Modération</h1>
      <SettingsNotice settings={settings} />
      <section class="stack">
        <h2>
          Entreprises à vérifier <span class="faint num">{companies.length}</span>
        </h2>
        {companies.length === 0 ? (
          <EmptyState title="Aucune entreprise n’attend">
            <p>Les nouvelles inscriptions arrivent ici. La plus ancienne est toujours la première.</p>
          </EmptyState>
        ) : (
          <Table
            caption="Entreprises à vérifier, la plus ancienne d’abord"
            columns={companyColumns(now)}
            rows={companies}
            rowKey={({ id }) => id}
          />
        )}
      </section>
      <section class="stack">
        <h2>
          Offres en attente <span class="faint num">{offers.length}</span>
        </h2>
        {offers.length === 0 ? (
          <EmptyState title="Aucune offre n’attend">
            <p>
              Les offres des entreprises vérifiées paraissent sans attendre. <a href="/offres">Voir les offres</a>
            </p>
          </EmptyState>
        ) : (
          <Table
            caption="Offres en attente, la plus ancienne d’abord"
            columns={offerColumns(now)}
            rows={offers}
            rowKey={({ offer }) => offer.id}
          />
        )}
      </section>
      {refused.length > 0 && (
        <Details summary={`Entreprises refusées (${refused.length})`}>
          <Table caption="Entreprises refusées" columns={companyColumns(now)} rows={refused} rowKey={({ id }) => id} />
        </Details>
      )}
    </div>
  ),
});

const absences: Readonly<Record<string, string>> = {
  "mail-away": "Le serveur d’envoi ne répond pas",
  "mail-closed": "Le serveur d’envoi ne prend pas nos courriers",
};

const SettingsNotice = ({ settings }: Pick<Queue, "settings">): VNode | null => {
  if (settings.length === 0) return null;
  const absent = settings.filter(({ fault }) => absences[fault] !== undefined);
  return (
    <Notice kind="wrong">
      <p>
        {absent.map(({ fault, since }) => `${absences[fault]} depuis ${sayMoment(since)}. `)}
        {absent.length < settings.length &&
          "Un réglage du serveur est refusé : le courrier ou la recherche en souffre. "}
        <a href="/admin/taches">Lire ce qu’il faut corriger</a>
      </p>
    </Notice>
  );
};

const companyColumns = (now: Date): readonly Column<JudgedCompany>[] => [
  {
    title: "Entreprise",
    cell: ({ id, name, sector, refusalReason }) => (
      <>
        <a href={`/admin/moderation/entreprises/${id}`} class="breakable">
          <b>{name}</b>
        </a>
        {sector && <span class="small soft"> {sector}</span>}
        {refusalReason && <p class="small">Refusée : {refusalReason}</p>}
      </>
    ),
  },
  { title: "SIRET", cell: ({ siret }) => <span class="num">{spokenSiret(siret)}</span> },
  { title: "Commune", cell: ({ commune }) => `${commune.name} (${commune.postcode})` },
  { title: "Inscrite", cell: ({ createdAt }) => saySince(createdAt, now) },
  {
    title: "Gestes",
    quiet: true,
    cell: ({ id, name }) => (
      <Form action={`/admin/moderation/entreprises/${id}/verification`}>
        <Button small kind="second" label={`Vérifier ${name}`}>
          Vérifier
        </Button>
      </Form>
    ),
  },
];

const offerColumns = (now: Date): readonly Column<WaitingOffer>[] => [
  {
    title: "Offre",
    cell: ({ offer }) => (
      <a href={`/admin/moderation/offres/${offer.id}`} class="breakable">
        <b>{offer.title}</b>
      </a>
    ),
  },
  { title: "Entreprise", cell: ({ offer }) => `${offer.companyName}, ${offer.commune.name}` },
  { title: "Salaire", cell: ({ offer }) => sayPay(offer.pay) },
  { title: "Envoyée", cell: ({ offer }) => saySince(offer.history.at(-1)?.at ?? offer.createdAt, now) },
  {
    title: "Ensuite",
    cell: ({ verified }) =>
      verified ? <Tag tone="pine">À publier</Tag> : <Tag tone="saffron">Paraît avec la vérification</Tag>,
  },
];

type Sheet = FormState & { company: Company; offers: number; now: Date };

/** What a company declared, and the two answers. */
export const moderatedCompanyPage = ({ company, offers, now, typed, errors }: Sheet): Page => ({
  title: company.name,
  section: "moderation",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <p class="small">
        <a href="/admin/moderation">Modération</a>
      </p>
      <h1 class="breakable">{company.name}</h1>
      <Facts
        facts={[
          ["SIRET", spokenSiret(company.siret)],
          ["Commune", `${company.commune.name} (${company.commune.postcode})`],
          ["Activité", company.sector ?? "Non dite"],
          ["Site", company.website ?? "Non dit"],
          ["Inscrite", saySince(company.createdAt, now)],
          ["Offres en attente", String(offers)],
          ...company.contacts
            .slice(0, 3)
            .map(({ name, phone, email }): [string, string] => [
              name,
              [phone && spokenPhone(phone), email].filter(Boolean).join(" · "),
            ]),
        ]}
      />
      <ErrorSummary errors={errors} />
      {company.status !== "verified" && (
        <Form action={`/admin/moderation/entreprises/${company.id}/verification`}>
          <Button>{offers > 0 ? "Vérifier, et publier ses offres" : "Vérifier l’entreprise"}</Button>
        </Form>
      )}
      {company.status !== "refused" && (
        <Refusal
          action={`/admin/moderation/entreprises/${company.id}/refus`}
          summary="Refuser l’entreprise"
          hint="L’employeur lit cette raison. Ses offres en ligne sont suspendues."
          typed={typed}
          errors={errors}
        />
      )}
    </div>
  ),
});

type RefusalProps = FormState & { action: string; summary: string; hint: string };

export const Refusal = ({ action, summary, hint, typed, errors }: RefusalProps): VNode => (
  <Details summary={summary} open={isWrong(errors)}>
    <Form action={action}>
      <TextArea name="reason" label="Pourquoi" hint={hint} rows={3} maxLength={600} typed={typed} errors={errors} />
      <Button kind="danger">{summary}</Button>
    </Form>
  </Details>
);

const isWrong = (errors: Errors): boolean => "reason" in errors;
