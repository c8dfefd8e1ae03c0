import { forgetOldMails } from "#server/platform/mail/forget.ts";
import { performer, type Work } from "#shared/kernel/job.ts";
import {
  forgetMails,
  sendDispatch,
  sendDispatches,
  sendFewDispatches,
  sweepDispatches,
} from "#shared/messages/message-jobs.ts";
import { performSendDispatch, performSendDispatches } from "./send-dispatch.ts";
import { performSweepDispatches } from "./sweep-dispatches.ts";

export const messageWork: Work = {
  performers: [
    performer(sendDispatch, performSendDispatch),
    performer(sendDispatches, performSendDispatches),
    performer(sendFewDispatches, performSendDispatches),
    performer(sweepDispatches, performSweepDispatches),
    performer(forgetMails, async () => {
      await forgetOldMails();
    }),
  ],
  recurrences: [
    {
      why: "Send the mails that wait, and settle those whose worker vanished",
      when: "* * * * *",
      job: sweepDispatches,
    },
    { why: "Forget to whom and what we wrote a month ago", when: "40 2 * * *", job: forgetMails },
  ],
};
