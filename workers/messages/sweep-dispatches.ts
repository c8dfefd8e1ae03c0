import { enqueue } from "#server/platform/enqueue.ts";
import { sweepMails } from "#server/platform/mail/sweep.ts";
import { sendDispatch } from "#shared/messages/message-jobs.ts";

/** Makes good whatever the queue or a worker lost. */
export const performSweepDispatches = async (): Promise<void> => {
  for (const dispatchId of await sweepMails()) await enqueue(sendDispatch, { dispatchId });
};
