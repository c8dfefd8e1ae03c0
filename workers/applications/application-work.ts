import { ApplicationModel } from "#server/applications/application-model.ts";
import { followApplications } from "#shared/applications/application-jobs.ts";
import { performer, type Work } from "#shared/kernel/job.ts";
import { settlementOfWhole } from "#workers/settle.ts";
import { applicationEffects } from "./application-effects.ts";
import { followDueApplications } from "./follow-applications.ts";

const settling = settlementOfWhole(ApplicationModel, applicationEffects);

export const applicationWork: Work = {
  performers: [...settling.performers, performer(followApplications, followDueApplications)],
  recurrences: [
    ...settling.recurrences,
    { why: "Remind silent employers, close what nobody answered", when: "15 8 * * *", job: followApplications },
  ],
};
