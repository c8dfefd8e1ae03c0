import { countAttempt } from "#server/http/rate-limit.ts";
import { now } from "#server/platform/clock.ts";
import { isDuplicate } from "#server/platform/mongo.ts";
import { readLink, signLink } from "#server/platform/signed-link.ts";
import { takesWayOut } from "#shared/events/forums/forum-rules.ts";
import type { WayOutForm } from "#shared/events/forums/way-out-contracts.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { forumById } from "./find-forum.ts";
import { WayOutModel } from "./forum-model.ts";

const purpose = "forum-way-out";

/** The tablet at the way out has no session: whoever has this address may answer, while the forum is open. */
export const wayOutPath = (forumId: string): string => `/sortie/${signLink(purpose, forumId)}`;

export const forumOfWayOut = async (token: string): Promise<JobDating> => {
  const id = readLink(purpose, token);
  const forum = id === null ? null : await forumById(id);
  if (!forum || forum.status === "draft") throw new Failure("missing", "missing-page");
  return forum;
};

// A hall's tablets share one address; nobody needs more than some answers a second.
const perIp = { name: "way-out-ip", most: 1200, minutes: 60 };

/** Keeps one questionnaire, without a word on who answered; sent again after a cut, it is the same one. */
export const answerWayOut = async (token: string, ip: string, typed: WayOutForm): Promise<void> => {
  const forum = await forumOfWayOut(token);
  if (!takesWayOut(forum, now())) throw new Failure("conflict", "way-out-closed");
  await countAttempt(perIp, ip);
  const { key, satisfaction, comment } = typed;
  try {
    await WayOutModel.create({
      forumId: forum.id,
      key,
      satisfaction,
      metCompanies: typed.metCompanies === "yes",
      foundLead: typed.foundLead === "yes",
      wellReceived: typed.wellReceived === "yes",
      wouldReturn: typed.wouldReturn === "yes",
      comment,
      at: now(),
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  }
};
