import { AccountModel } from "#server/accounts/account-model.ts";
import { nobody } from "#server/accounts/nobody.ts";
import type { Person, PersonalPart } from "#server/accounts/personal-part.ts";
import { now } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { not } from "#server/platform/filter.ts";
import type { Held } from "#shared/accounts/personal-file.ts";
import { spokenSiret } from "#shared/companies/siret.ts";
import { type CompanyDocument, CompanyModel } from "./company-model.ts";

/** The company an employer acts for, the contacts that are theirs, the notes an agent wrote. */
export const personalCompanies: PersonalPart = {
  title: "Votre entreprise",
  read: async (person) => {
    const companies = await CompanyModel.find({ $or: placesOf(person) }).lean();
    return companies.map((company) => describe(company, person));
  },
  erase: async (person) => {
    const { accountId, email, companyId } = person;
    await CompanyModel.updateMany(
      { "contacts.email": email },
      { $pull: { contacts: { email } }, $set: { updatedAt: now() } },
    );
    await forgetAuthor(accountId);
    if (companyId !== null && (await isLastMember(person))) await tellThread(companyId);
  },
};

/** What an agent wrote stays written, by nobody. */
const forgetAuthor = async (accountId: string): Promise<void> => {
  const byNobody = <One extends { by: { toHexString(): string } }>(all: readonly One[] = []): One[] =>
    all.map((one) => (one.by.toHexString() === accountId ? { ...one, by: nobody } : one));
  const wrote = [{ "notes.by": accountId }, { "needs.by": accountId }, { "agreements.by": accountId }];
  for (const { _id, notes, needs, agreements, updatedAt } of await CompanyModel.find({ $or: wrote }).lean())
    await CompanyModel.updateOne(
      { _id, updatedAt },
      { $set: { notes: byNobody(notes), needs: byNobody(needs), agreements: byNobody(agreements) } },
    );
};

/** Whether nobody else can answer for the company. */
export const isLastMember = async ({ accountId, companyId }: Person): Promise<boolean> =>
  companyId !== null &&
  !(await AccountModel.exists({ companyId, role: "employer", status: "active", leavingAt: null, _id: not(accountId) }));

const lastOne = "Plus aucun recruteur n’a de compte ici. Les offres en ligne sont suspendues.";

const tellThread = async (companyId: string): Promise<void> => {
  await CompanyModel.updateOne(
    { _id: companyId, "notes.text": not(lastOne) },
    { $push: { notes: { id: newId(), at: now(), by: nobody, kind: "note", text: lastOne } } },
  );
};

const placesOf = ({ accountId, email, companyId }: Person) => [
  { "contacts.email": email },
  { "notes.by": accountId },
  { "needs.by": accountId },
  { "agreements.by": accountId },
  ...(companyId ? [{ _id: companyId }] : []),
];

const describe = (company: CompanyDocument, { accountId, email, companyId }: Person): Held => ({
  Entreprise: company.name,
  ...(company._id.toHexString() === companyId && {
    SIRET: spokenSiret(company.siret),
    Commune: company.commune.name,
    Adresse: company.address,
    Site: company.website,
    Présentation: company.description,
  }),
  "Noté comme contact": company.contacts
    .filter((contact) => contact.email === email)
    .map(({ name, role, phone, mayBeCalled }) => ({
      Nom: name,
      Fonction: role,
      Téléphone: phone,
      "Peut être appelé": mayBeCalled,
    })),
  "Vos notes": company.notes
    .filter(({ by }) => by.toHexString() === accountId)
    .map(({ at, text }) => ({ Le: at.toISOString(), Texte: text })),
  "Besoins que vous avez notés": (company.needs ?? [])
    .filter(({ by }) => by.toHexString() === accountId)
    .map(({ at, occupation, note }) => ({ Le: at.toISOString(), Métier: occupation, Précision: note })),
  "Accords que vous avez notés": (company.agreements ?? [])
    .filter(({ by }) => by.toHexString() === accountId)
    .map(({ title, signedOn }) => ({ Accord: title, "Signé le": signedOn })),
});
