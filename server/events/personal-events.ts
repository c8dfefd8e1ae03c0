import { verdictLabels } from "#client/events/dating-words.ts";
import type { Person, PersonalPart } from "#server/accounts/personal-part.ts";
import { anyOf, lessThan, not } from "#server/platform/filter.ts";
import { forgetComments, forgetStandsMet, standsMet } from "./forums/personal-forums.ts";
import { JobDatingModel, type RegistrationDocument, RegistrationModel } from "./job-dating-model.ts";
import { touchDating } from "./keep-registration.ts";
import { VerdictModel } from "./verdict-model.ts";

/** Registrations to job datings and forums, invitations, and what becomes of their meetings. */
export const personalEvents: PersonalPart = {
  title: "Vos événements",
  read: async (person) => {
    const [registrations, invited] = await Promise.all([
      registrationsOf(person),
      JobDatingModel.find({ invitedIds: person.accountId }, { title: 1, day: 1 }).lean(),
    ]);
    const stands = await standsMet(registrations.map(({ _id }) => _id));
    const said = await VerdictModel.find({ registrationId: anyOf(registrations.map(({ _id }) => _id)) }).lean();
    const datings = await JobDatingModel.find({ _id: anyOf(registrations.map((one) => one.jobDatingId)) }).lean();
    return [
      ...registrations.map((one) => {
        const dating = datings.find(({ _id }) => _id.equals(one.jobDatingId));
        return {
          Événement: dating?.title ?? "un événement disparu",
          Le: dating?.day ?? null,
          Nom: `${one.firstName} ${one.lastName}`,
          "Adresse mail": one.email,
          Téléphone: one.phone,
          "Code d’entrée": one.code,
          "Numéro de badge": one.badge,
          "Arrivée le": one.arrivedAt?.toISOString() ?? null,
          "Inscription le": one.createdAt.toISOString(),
          "Entreprises souhaitées":
            dating?.companies
              .filter(({ companyId }) => one.wishIds.some((wish) => wish.equals(companyId)))
              .map(({ name }) => name) ?? [],
          "Horaires dits": one.toldTimes,
          "Stands où vous avez donné votre code": stands
            .filter(({ registrationId }) => registrationId?.equals(one._id))
            .map((met) => met.said),
          "Avis des entreprises": said
            .filter(({ registrationId }) => registrationId.equals(one._id))
            .map(({ companyId, verdict, note }) => ({
              Entreprise: dating?.companies.find((company) => company.companyId.equals(companyId))?.name ?? null,
              Avis: verdictLabels[verdict],
              Note: note,
            })),
        };
      }),
      ...invited.map(({ title, day }) => ({ "Invitation à": title, Le: day })),
    ];
  },
  erase: async (person) => {
    const { accountId } = person;
    await JobDatingModel.updateMany({ invitedIds: accountId }, { $pull: { invitedIds: accountId } });
    for (const registration of await registrationsOf(person)) await remove(registration);
    await RegistrationModel.updateMany({ by: accountId }, { $set: { by: null } });
    await VerdictModel.updateMany({ by: accountId }, { $set: { by: null } });
  },
  forgetBefore: async (limit) => {
    const old = await RegistrationModel.find({ updatedAt: lessThan(limit) }).lean();
    for (const registration of old) await remove(registration);
    return old.length + (await forgetComments(limit));
  },
};

/** The account's, and those made at the door with its address. */
const registrationsOf = async ({ accountId, email }: Person): Promise<RegistrationDocument[]> => {
  const [own, others] = await Promise.all([
    RegistrationModel.find({ accountId }).lean(),
    RegistrationModel.find({ personKey: email, accountId: not(accountId) }).lean(),
  ]);
  return [...own, ...others];
};

/** The plan is reckoned again without it; the numbers it leaves there lead to nobody. */
const remove = async ({ _id, jobDatingId }: RegistrationDocument): Promise<void> => {
  await VerdictModel.deleteMany({ registrationId: _id });
  await forgetStandsMet(_id);
  await RegistrationModel.deleteOne({ _id });
  await touchDating(jobDatingId.toHexString());
};
