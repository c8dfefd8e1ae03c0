import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Facts, Notice } from "#client/design/card.tsx";
import { choicesOf, Select } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState, type Typed } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay } from "#client/kernel/say.tsx";
import { PlaceField, TextArea, TextField } from "#client/kernel/text-fields.tsx";
import type { Company } from "#shared/companies/company.ts";
import { spokenSiret } from "#shared/companies/siret.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import { companySizeLabels } from "./company-words.ts";

/** `version` is what the form was made from; after a stale one it is what is there now, as the person has read it. */
type CompanyForm = FormState & { company: Company; phone: string; version: string };

export const companyPage = ({ company, phone, version, typed, errors }: CompanyForm): Page => ({
  title: "Mon entreprise",
  section: "company",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>{company.name}</h1>
      <Standing company={company} phone={phone} />
      <Facts facts={[["SIRET", spokenSiret(company.siret)]]} />
      <h2>Ce que voient les candidats</h2>
      <ErrorSummary errors={errors} />
      <Form action="/employeur/entreprise" hidden={{ version }} warnUnsaved>
        <CompanyFields typed={typed} errors={errors} />
        <Button>Enregistrer la fiche</Button>
      </Form>
    </div>
  ),
});

/** The form as it stands in the store. */
export const companyTyped = (company: Company): Typed => ({
  name: company.name,
  commune: `${company.commune.name} (${company.commune.postcode})`,
  sector: company.sector ?? "",
  address: company.address ?? "",
  website: company.website ?? "",
  description: company.description ?? "",
  size: company.size ?? "",
});

const Standing = ({ company, phone }: { company: Company; phone: string }): VNode => {
  if (company.status === "verified")
    return (
      <Notice kind="done">
        <p>
          Entreprise vérifiée
          {company.verifiedAt && <> le {sayDay(dayOf(new Date(company.verifiedAt)))}</>}. Vos offres paraissent dès que
          vous les publiez.
        </p>
      </Notice>
    );
  if (company.status === "refused")
    return (
      <Notice kind="wrong">
        <p>
          <b>Nous n’avons pas pu vérifier votre entreprise.</b>
        </p>
        <p class="preline">{company.refusalReason}</p>
        <p>Corrigez la fiche si besoin, puis appelez le {phone} : c’est gratuit.</p>
      </Notice>
    );
  return (
    <Notice>
      <p>
        <b>Vérification en cours.</b> Un conseiller la fait sous deux jours ouvrés. Vos offres attendent, puis
        paraissent toutes seules.
      </p>
      <ButtonLink href="/employeur/offres/nouvelle" kind="second" small>
        Écrire une offre
      </ButtonLink>
    </Notice>
  );
};

const CompanyFields = (state: FormState): VNode => (
  <div class="stack">
    <TextField {...state} name="name" label="Nom de l’entreprise" maxLength={120} autocomplete="organization" />
    <PlaceField {...state} name="commune" label="Commune" maxLength={100} />
    <TextField {...state} name="address" label="Adresse" required={false} maxLength={200} autocomplete="off" />
    <TextField {...state} name="sector" label="Activité" required={false} maxLength={80} />
    <Select
      {...state}
      name="size"
      label="Nombre de personnes"
      required={false}
      choices={choicesOf(companySizeLabels)}
      empty="Je ne le dis pas"
    />
    <TextField {...state} name="website" label="Site internet" required={false} maxLength={200} autocomplete="url" />
    <TextArea
      {...state}
      name="description"
      label="Votre entreprise en quelques mots"
      hint="Ce que vous faites, avec qui, ce que les gens y aiment. 2 000 signes au plus."
      required={false}
      maxLength={2000}
    />
  </div>
);
