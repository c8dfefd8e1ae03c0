import type { NamedContact } from "#client/events/forums/forum-facts.ts";
import { JobDatingModel, toJobDating } from "#server/events/job-dating-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { anyOf } from "#server/platform/filter.ts";
import type { Stand } from "#shared/events/forums/forum.ts";
import { takesContacts } from "#shared/events/forums/forum-rules.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { contactsOf, forumById } from "./find-forum.ts";
import { StandModel, toStand } from "./forum-model.ts";
import { named, offersAt } from "./read-forum.ts";

export type OwnStand = {
  readonly stand: Stand;
  readonly offers: readonly Offer[];
  readonly contacts: readonly NamedContact[];
};

export type OwnStands = {
  readonly forum: JobDating;
  readonly stands: readonly OwnStand[];
  readonly takesContacts: boolean;
  readonly today: string;
};

/** A company's own stands, and nothing of the others: neither whom they met, nor what they said. */
export const readOwnStands = async ({ companyId }: Member, forumId: string): Promise<OwnStands> => {
  const forum = await forumById(forumId);
  const stands = companyId === null ? [] : await ownStands(companyId, [forumId]);
  if (forum.status !== "published" || stands.length === 0) throw new Failure("missing", "missing-page");
  const shown = await Promise.all(
    stands.map(async (stand) => ({
      stand,
      offers: await offersAt([stand], (offer) => offer.companyId === companyId),
      contacts: await named(await contactsOf({ forumId, standId: stand.id })),
    })),
  );
  return { forum, stands: shown, takesContacts: takesContacts(forum, now()), today: today() };
};

const ownStands = async (companyId: string, forumIds: readonly string[]): Promise<Stand[]> =>
  (
    await StandModel.find({ companyId, forumId: anyOf(forumIds) })
      .sort({ number: 1 })
      .lean()
  ).map(toStand);

/** The published forums a company has a stand at, the latest first. */
export const readOwnForums = async ({ companyId }: Member) => {
  if (companyId === null) return [];
  const stands = (await StandModel.find({ companyId }).sort({ createdAt: -1 }).limit(40).lean()).map(toStand);
  const found = await JobDatingModel.find({
    _id: anyOf(stands.map(({ forumId }) => forumId)),
    status: "published",
  })
    .sort({ day: -1 })
    .lean();
  return found.map((one) => {
    const forum = toJobDating(one);
    return { forum, stands: stands.filter(({ forumId }) => forumId === forum.id) };
  });
};
