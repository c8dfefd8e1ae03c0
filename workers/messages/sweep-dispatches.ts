import { askToSend } from "#server/platform/mail/dispatch.ts";
import { sweepMails } from "#server/platform/mail/sweep.ts";

/** Makes good whatever the queue or a worker lost. */
export const performSweepDispatches = async (): Promise<void> => {
  await askToSend(await sweepMails());
};
