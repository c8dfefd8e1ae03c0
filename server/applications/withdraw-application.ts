import { owe } from "#server/platform/effects.ts";
import { canWithdraw } from "#shared/applications/application-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { findApplication } from "./find-application.ts";
import { moveApplication } from "./move-application.ts";

/** From then on the company no longer reads the CV; it is told. */
export const withdrawApplication = async (actor: Member, applicationId: string): Promise<void> => {
  const application = await findApplication(actor, applicationId);
  if (!canWithdraw(actor, application)) throw new Failure("conflict", "application-is-over");
  await moveApplication(application, { to: "withdrawn", by: actor.accountId, effects: [owe("withdrawn")] });
};
