import type { ShortListed } from "#client/positionings/short-listed-page.tsx";
import { CvModel, toCv } from "#server/cvs/cv-model.ts";
import type { Cv } from "#shared/cvs/cv.ts";
import type { Member } from "#shared/kernel/actor.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { waitsFor } from "#shared/positionings/positioning-board.ts";
import { movesFor } from "#shared/positionings/positioning-rules.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import { namesOf, offersOf, type PersonName } from "./describe-cards.ts";
import { findPositioning } from "./find-positioning.ts";
import { PositioningModel, toPositioning } from "./positioning-model.ts";
import { positioningsVisibleTo } from "./positioning-visibility.ts";

const mostShown = 200;

/** The people presented to the actor's company, those who wait for its answer first. */
export const readShortList = async (actor: Member): Promise<ShortListed[]> => {
  const documents = await PositioningModel.find(positioningsVisibleTo(actor))
    .sort({ statusAt: 1 })
    .limit(mostShown)
    .lean();
  const people = await describe(documents.map(toPositioning));
  return people.sort((one, other) => Number(other.waits) - Number(one.waits));
};

export type ShortListedFacts = {
  readonly person: ShortListed & Pick<PersonName, "email" | "phone">;
  readonly positioning: Positioning;
  readonly cv: Cv | null;
  readonly moves: readonly PositioningStatus[];
};

/** One of them, with the contacts that the person's yes gave. */
export const readShortListed = async (actor: Member, positioningId: string): Promise<ShortListedFacts> => {
  const positioning = await findPositioning(actor, positioningId);
  const [[person], people, cv] = await Promise.all([
    describe([positioning]),
    namesOf([positioning.accountId]),
    CvModel.findOne({ _id: positioning.cvId, status: "active" }).lean(),
  ]);
  const contact = people.get(positioning.accountId);
  const known: ShortListed = person ?? gone(positioning);
  return {
    person: { ...known, email: contact?.email ?? "", phone: contact?.phone ?? null },
    positioning,
    cv: cv && positioning.status !== "withdrawn" ? toCv(cv) : null,
    moves: movesFor(actor, positioning),
  };
};

const describe = async (positionings: readonly Positioning[]): Promise<ShortListed[]> => {
  const [people, offers] = await Promise.all([
    namesOf(positionings.map(({ accountId }) => accountId)),
    offersOf(positionings.map(({ offerId }) => offerId)),
  ]);
  return positionings.map((positioning) => {
    const { id, accountId, offerId, status, statusAt } = positioning;
    const person = people.get(accountId);
    if (!person) return gone(positioning);
    const { firstName, lastName } = person;
    const offerTitle = offers.get(offerId)?.title ?? "";
    return { id, firstName, lastName, offerTitle, status, statusAt, waits: waitsFor(status) === "employer" };
  });
};

const gone = ({ id, status, statusAt }: Positioning): ShortListed => ({
  id,
  firstName: "Compte",
  lastName: "effacé",
  offerTitle: "",
  status,
  statusAt,
  waits: false,
});
