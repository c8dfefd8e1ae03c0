import { companyDayPage } from "#client/events/company-day-page.tsx";
import { datingNotices, datingWords } from "#client/events/dating-words.ts";
import { hallPage } from "#client/events/hall-page.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { tableContracts } from "#shared/events/table-contracts.ts";
import { giveVerdict } from "./give-verdict.ts";
import { readHall } from "./read-hall.ts";
import { readTable } from "./read-table.ts";

export const tableRouter = routes(datingWords);

servePage(tableRouter, tableContracts.tablePage, async ({ actor, params }) =>
  companyDayPage({ ...(await readTable(actor, params.jobDatingId)), typed: {}, errors: {} }),
);

serveForm(tableRouter, tableContracts.giveVerdict, {
  handle: ({ actor, params, body }) => giveVerdict(actor, { ...params, typed: body }),
  done: (_nothing, { params }) => ({
    to: `/employeur/evenements/${params.jobDatingId}`,
    notice: datingNotices.verdictKept,
  }),
  again: async ({ actor, params }, { typed, errors }) =>
    companyDayPage({
      ...(await readTable(actor, params.jobDatingId)),
      typed: { ...typed, registrationId: params.registrationId },
      errors,
    }),
});

servePage(tableRouter, tableContracts.hallPage, async ({ params }) => hallPage(await readHall(params.token)));
