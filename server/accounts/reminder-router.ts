import { accountWords, reminderNotices } from "#client/accounts/account-words.ts";
import { reminderPage } from "#client/accounts/reminder-page.tsx";
import { countAttempt } from "#server/http/rate-limit.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { reminderContracts } from "#shared/accounts/reminder-contracts.ts";
import { chooseReminder, wantsReminder } from "./morning-reminder.ts";

export const reminderRouter = routes(accountWords);

const perIp = { name: "reminder-ip", most: 120, minutes: 15 };

servePage(reminderRouter, reminderContracts.page, async ({ params: { token }, request }) => {
  await countAttempt(perIp, request.ip);
  return reminderPage({ token, wanted: await wantsReminder(token) });
});

serveForm(reminderRouter, reminderContracts.choose, {
  handle: async ({ params, body, request }) => {
    await countAttempt(perIp, request.ip);
    await chooseReminder(params.token, body.wanted);
  },
  done: (_reply, { params, body }) => ({ to: `/rappels/${params.token}`, notice: reminderNotices[body.wanted] }),
});
