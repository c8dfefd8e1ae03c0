import { now } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { type CvDetails, draftedLanguages } from "#shared/cvs/cv-draft.ts";
import { findSkill } from "#shared/cvs/find-skill.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure, wrongField } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { CvModel } from "./cv-model.ts";

/** Adds what a first CV leaves out. */
export const completeCv = async (actor: Member, details: CvDetails): Promise<void> => {
  const at = now();
  const changed = await CvModel.findOneAndUpdate(
    { accountId: actor.accountId, version: details.version },
    {
      $set: {
        skills: skillsOf(details),
        diplomas: details.diplomas,
        languages: draftedLanguages(details),
        availableFrom: details.availableFrom,
        about: details.about ?? "",
        updatedAt: at,
        lastUsedAt: at,
      },
      $inc: { version: 1 },
      $push: { effects: owe("match") },
    },
    { projection: { _id: 1 } },
  ).lean();
  if (changed === null) throw new Failure("conflict", "stale-form");
  await enqueue(settleJob("cvs"), { id: changed._id.toHexString() });
};

const skillsOf = ({ skills, otherSkill }: CvDetails): string[] => {
  if (otherSkill === null) return skills;
  const skill = findSkill(otherSkill);
  if (skill === null) throw wrongField("otherSkill", "unknown-skill");
  return [...new Set([...skills, skill.id])];
};
