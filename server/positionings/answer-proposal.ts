import { markContact } from "#server/accounts/retention-accounts.ts";
import { readLink } from "#server/platform/signed-link.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { wasProposed } from "#shared/positionings/positioning-rules.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import type { ProposalAnswer } from "#shared/positionings/proposal-contracts.ts";
import { findPositioning, readPositioning } from "./find-positioning.ts";
import { plainStep, takeStep } from "./move-positioning.ts";

/** What the mail's link is signed for. */
export const proposalLink = "proposal";

export type Answer = { readonly answer: ProposalAnswer; readonly note: string | null };

const asked: Record<ProposalAnswer, PositioningStatus> = { yes: "consented", no: "declined", stop: "withdrawn" };

/** The positioning a mail's link was made for. @throws gone when the link was not made by us */
export const findByLink = async (token: string): Promise<Positioning> => {
  const id = readLink(proposalLink, token);
  const positioning = id === null ? null : await readPositioning(id);
  if (!positioning || !wasProposed(positioning)) throw new Failure("gone", "proposal-is-over");
  return positioning;
};

export const answerByLink = async (token: string, answer: Answer): Promise<Positioning> => {
  const positioning = await findByLink(token);
  await markContact(positioning.accountId); // whoever answers a mail is there, signed in or not
  return record(positioning, answer);
};

export const answerMine = async (actor: Member, positioningId: string, answer: Answer): Promise<Positioning> =>
  record(await findPositioning(actor, positioningId), answer);

/** The same answer twice, by a double press or a second tab, is one answer. */
const record = async (positioning: Positioning, { answer, note }: Answer): Promise<Positioning> => {
  const to = asked[answer];
  if (positioning.status === to) return positioning;
  try {
    return await takeStep(positioning, { ...plainStep, to, note, hand: "candidate", by: positioning.accountId });
  } catch (error) {
    const still = await readPositioning(positioning.id);
    if (still?.status === to) return still;
    throw error;
  }
};
