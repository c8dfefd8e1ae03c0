import { Types } from "mongoose";
import type {
  ContactDocument,
  StandDocument,
  UnnamedVisitDocument,
  WayOutDocument,
} from "#server/events/forums/forum-model.ts";
import type { JobDatingDocument, RegistrationDocument } from "#server/events/job-dating-model.ts";
import type { PositioningDocument } from "#server/positionings/positioning-model.ts";
import { contactOutcomes } from "#shared/events/forums/forum.ts";
import { instantOf } from "#shared/kernel/moment.ts";
import type { Chance } from "./chance.ts";
import { daysAgo } from "./demo-companies.ts";

/** Who came in without giving a name. */
export const unnamedAt = (forum: JobDatingDocument): UnnamedVisitDocument[] =>
  Array.from({ length: 211 }, (_, index) => ({
    _id: new Types.ObjectId(),
    forumId: forum._id,
    key: `demo-unnamed-${index}`,
    at: instantOf(`${forum.day}T${String(9 + (index % 8)).padStart(2, "0")}:${10 + (index % 49)}`),
  }));

type Met = Pick<ContactDocument, "people" | "outcome"> & Partial<ContactDocument>;

const contactAt = ({ _id, forumId, companyId }: StandDocument, met: Met): ContactDocument => {
  const key = new Types.ObjectId().toHexString();
  return {
    _id: new Types.ObjectId(),
    forumId,
    standId: _id,
    companyId,
    key,
    contactKey: key,
    registrationId: null,
    offerId: null,
    trainingId: null,
    note: null,
    positioningId: null,
    createdAt: daysAgo(100),
    updatedAt: daysAgo(100),
    effects: [],
    ...met,
  };
};

/** People whom each stand counted, by what happened. */
export const counted = (luck: Chance, stands: readonly StandDocument[]): ContactDocument[] =>
  stands.flatMap((stand) =>
    contactOutcomes
      .filter((outcome) => outcome !== "trainingProposed" || stand.kind === "training")
      .map((outcome) => contactAt(stand, { outcome, people: luck.int(1, outcome === "talked" ? 24 : 6) })),
  );

/** Visitors who gave their code, and whom a positioning followed. */
export const followed = (
  stands: readonly StandDocument[],
  visitors: readonly RegistrationDocument[],
  positionings: readonly PositioningDocument[],
): ContactDocument[] =>
  stands.flatMap((stand) => {
    const cards = positionings.filter(({ companyId }) => stand.companyId?.equals(companyId) ?? false);
    return cards.flatMap(({ _id, accountId, offerId }) => {
      const visitor = visitors.find((one) => one.accountId?.equals(accountId));
      return visitor
        ? [
            contactAt(stand, {
              people: 1,
              outcome: "meetAgain",
              registrationId: visitor._id,
              contactKey: visitor._id.toHexString(),
              offerId,
              positioningId: _id,
            }),
          ]
        : [];
    });
  });

const remarks = [
  "Très bon accueil, merci.",
  "Plus de stands du bâtiment l’an prochain.",
  "Le parking est loin.",
  "J’ai trouvé une formation.",
] as const;

/** What people said on their way out. */
export const answersAt = (luck: Chance, forum: JobDatingDocument): WayOutDocument[] =>
  Array.from({ length: 96 }, (_, index) => ({
    _id: new Types.ObjectId(),
    forumId: forum._id,
    key: `demo-way-out-${index}`,
    satisfaction: luck.pick(["good", "good", "good", "fair", "poor"] as const),
    metCompanies: index % 6 !== 5,
    foundLead: index % 3 === 0,
    wellReceived: index % 12 !== 11,
    wouldReturn: index % 5 !== 4,
    comment: remarks[index] ?? null,
    at: instantOf(`${forum.day}T${String(10 + (index % 7)).padStart(2, "0")}:30`),
  }));
