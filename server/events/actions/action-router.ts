import { actionListPage } from "#client/events/actions/action-list-page.tsx";
import { actionNewPage } from "#client/events/actions/action-new-page.tsx";
import { actionPage } from "#client/events/actions/action-page.tsx";
import { actionNotices, actionWords } from "#client/events/actions/action-words.ts";
import { attendancePage } from "#client/events/actions/attendance-page.tsx";
import { balanceCsv } from "#client/events/actions/balance-csv.ts";
import { balancePage } from "#client/events/actions/balance-page.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveFile } from "#server/http/serve-file.ts";
import { type Again, serveForm } from "#server/http/serve-form.ts";
import { today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { actionContracts } from "#shared/events/actions/action-contracts.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { Id } from "#shared/kernel/ids.ts";
import { proposeByAddress } from "./propose-action.ts";
import { listActions, readAction, readBalance } from "./read-action.ts";
import { recordAttendance, recordBeneficiaries, recordResult } from "./record-action.ts";
import { addStep, cancelAction, createAction } from "./run-action.ts";

export const actionRouter = routes(actionWords);

type Shown = Pick<Again, "typed" | "errors">;
const nothingTyped: Shown = { typed: {}, errors: {} };

/** The id that a new action will have: its form sent twice is one action. */
const newKey = (): string => newId().toHexString();

const show = async (actionId: string, shown: Shown) =>
  actionPage({ ...(await readAction(actionId)), today: today(), ...shown });

const toAction = (actionId: string, notice: string) => ({ to: `/bureau/actions/${actionId}`, notice });

servePage(actionRouter, actionContracts.listPage, async () =>
  actionListPage({ rows: await listActions(), today: today() }),
);

servePage(actionRouter, actionContracts.newPage, () => actionNewPage({ formKey: newKey(), ...nothingTyped }));

serveForm(actionRouter, actionContracts.create, {
  handle: ({ actor, body: { formKey, ...form } }) => createAction(actor, formKey, form),
  done: ({ id }) => toAction(id, actionNotices.created),
  again: (_input, again) => actionNewPage({ formKey: Id.safeParse(again.typed.formKey).data ?? newKey(), ...again }),
});

servePage(actionRouter, actionContracts.page, ({ params }) => show(params.actionId, nothingTyped));

serveForm(actionRouter, actionContracts.addStep, {
  handle: ({ params, body }) => addStep(params.actionId, body),
  done: (_reply, { params }) => toAction(params.actionId, actionNotices.stepAdded),
  again: ({ params }, again) => show(params.actionId, again),
});

serveForm(actionRouter, actionContracts.propose, {
  handle: ({ actor, params, body }) => proposeByAddress(actor, params.actionId, body),
  done: (_reply, { params }) => toAction(params.actionId, actionNotices.proposed),
  again: ({ params }, again) => show(params.actionId, again),
});

const stepPage = async ({ actionId, stepId }: { actionId: string; stepId: string }, shown: Shown) => {
  const { action, people } = await readAction(actionId);
  const step = action.steps.find(({ id }) => id === stepId);
  if (!step) throw new Failure("missing", "missing-page");
  const placed = people.filter(({ place }) => place === "placed");
  return attendancePage({ action, step, people: placed, today: today(), ...shown });
};

servePage(actionRouter, actionContracts.stepPage, ({ params }) => stepPage(params, nothingTyped));

serveForm(actionRouter, actionContracts.attend, {
  handle: ({ params, body }) => recordAttendance(params, body.people),
  done: (_reply, { params }) => toAction(params.actionId, actionNotices.attended),
  again: ({ params }, again) => stepPage(params, again),
});

serveForm(actionRouter, actionContracts.result, {
  handle: ({ actor, params, body }) => recordResult(actor, params, body),
  done: (_reply, { params }) => toAction(params.actionId, actionNotices.recorded),
  again: ({ params }, again) => show(params.actionId, again),
});

serveForm(actionRouter, actionContracts.cancel, {
  handle: ({ params }) => cancelAction(params.actionId),
  done: (_reply, { params }) => toAction(params.actionId, actionNotices.cancelled),
});

const showBalance = async (actionId: string, shown: Shown) =>
  balancePage({ ...(await readBalance(actionId)), today: today(), ...shown });

servePage(actionRouter, actionContracts.balancePage, ({ params }) => showBalance(params.actionId, nothingTyped));

serveForm(actionRouter, actionContracts.beneficiaries, {
  handle: ({ params, body }) => recordBeneficiaries(params.actionId, body.beneficiaries),
  done: (_reply, { params }) => ({ to: `/bureau/actions/${params.actionId}/bilan`, notice: actionNotices.counted }),
  again: ({ params }, again) => showBalance(params.actionId, again),
});

serveFile(actionRouter, actionContracts.balanceFile, async ({ params }) => {
  const { action, balance } = await readBalance(params.actionId);
  return { name: "bilan.csv", type: "text/csv; charset=utf-8", content: balanceCsv(action, balance) };
});
