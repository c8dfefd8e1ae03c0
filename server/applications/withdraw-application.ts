import { owe } from "#server/platform/effects.ts";
import { canWithdraw } from "#shared/applications/application-rules.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { findApplication } from "./find-application.ts";
import { moveApplication } from "./move-application.ts";

/** From then on the company no longer reads the CV; it is told. Twice is once. */
export const withdrawApplication = async (actor: Member, applicationId: string): Promise<void> => {
  const application = await findApplication(actor, applicationId);
  if (application.status === "withdrawn") return;
  if (!canWithdraw(actor, application)) throw new Failure("conflict", "application-is-over");
  const step = { to: "withdrawn", by: actor.accountId, effects: [owe("withdrawn")] } as const;
  await moveApplication(application, step).catch((error: unknown) => {
    if (!(error instanceof Failure && error.code === "changed-meanwhile")) throw error;
    return withdrawApplication(actor, applicationId); // read by the company in the same moment, or pressed twice
  });
};
