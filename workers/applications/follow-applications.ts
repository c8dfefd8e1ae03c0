import { ApplicationModel, toApplication } from "#server/applications/application-model.ts";
import { sentOn } from "#server/applications/describe-applications.ts";
import { moveApplication } from "#server/applications/move-application.ts";
import { now, today } from "#server/platform/clock.ts";
import { owe } from "#server/platform/effects.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { anyOf, atMost } from "#server/platform/filter.ts";
import type { Application } from "#shared/applications/application.ts";
import { lapsesOn } from "#shared/applications/application-deadline.ts";
import { nextDeadline } from "#shared/applications/application-rules.ts";
import { openApplicationStatuses } from "#shared/applications/application-transitions.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";

/** Each morning, whatever is due: a reminder to the employer, or the end. Run twice, it finds nothing the second time. */
export const followDueApplications = async (): Promise<void> => {
  const due = ApplicationModel.find({
    status: anyOf(openApplicationStatuses),
    nextDeadline: atMost(today()),
  })
    .sort({ _id: 1 })
    .lean()
    .cursor();
  for await (const document of due) {
    const application = toApplication(document);
    if (application.status === "new" && today() < lapsesOn(sentOn(application))) await remind(application);
    else await lapse(application);
  }
};

/** The next deadline moves in the same update as the reminder is owed: of two runs at once, one finds it. */
const remind = async (application: Application): Promise<void> => {
  const reminded = await ApplicationModel.findOneAndUpdate(
    { _id: application.id, status: "new", nextDeadline: application.nextDeadline },
    {
      $set: {
        nextDeadline: nextDeadline("new", { sentOn: sentOn(application), today: today() }),
        updatedAt: now(),
      },
      $push: { effects: owe("remind", today()) },
    },
  ).lean();
  if (reminded) await enqueue(settleJob("applications"), { id: application.id });
};

const lapse = async (application: Application): Promise<void> => {
  const effects = [owe("step", "lapsed"), owe("lapsed")];
  await moveApplication(application, { to: "lapsed", by: null, effects }).catch((error: unknown) => {
    // an answer came in the same moment: better late than never
    if (!(error instanceof Failure && error.code === "changed-meanwhile")) throw error;
  });
};
