import { importListPage } from "#client/companies/import-list-page.tsx";
import { importPage } from "#client/companies/import-page.tsx";
import { importNotices, importWords } from "#client/companies/import-words.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { now, today } from "#server/platform/clock.ts";
import type { CompanyImport } from "#shared/companies/company-import.ts";
import { companyImportContracts } from "#shared/companies/import-contracts.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { previewList } from "./preview-list.ts";
import { receiveList } from "./receive-list.ts";
import { findImport, lastImports, runImport, sendList, setColumns, stopImport } from "./send-list.ts";

/** A list of companies: sent, looked at, written after a yes. */
export const companyImportRouter = routes(importWords);

const addressOf = (importId: string): string => `/bureau/entreprises/import/${importId}`;

servePage(companyImportRouter, companyImportContracts.newPage, async () =>
  importPage({ imports: await lastImports(), today: today(), typed: {}, errors: {} }),
);

receiveList(companyImportRouter);

serveForm(companyImportRouter, companyImportContracts.send, {
  handle: ({ actor, body }) => sendList(actor, body.file),
  done: ({ id }) => addressOf(id),
  again: async (_input, { typed, errors }) =>
    importPage({ imports: await lastImports(), today: today(), typed, errors }),
});

const listPage = async (actor: Member, importId: string, errors: Readonly<Record<string, string>>) => {
  const list = await findImport(actor, importId);
  const told = list.status === "read" ? await previewList(list) : { lines: list.report, counts: list.counts };
  return importListPage({ list, ...told, secondsLeft: secondsLeft(list), errors });
};

const secondsLeft = ({ startedAt, cursor, total }: CompanyImport): number | null => {
  if (startedAt === null || cursor < 10) return null;
  const passed = (now().getTime() - Date.parse(startedAt)) / 1000;
  return Math.ceil((passed / cursor) * (total - cursor));
};

servePage(companyImportRouter, companyImportContracts.importPage, ({ actor, params }) =>
  listPage(actor, params.importId, {}),
);

serveForm(companyImportRouter, companyImportContracts.setColumns, {
  handle: ({ actor, params, body }) => setColumns(actor, params.importId, body.column),
  done: (_reply, { params }) => ({ to: addressOf(params.importId), notice: importNotices.columns }),
  again: ({ actor, params }, { errors }) => listPage(actor, params.importId, errors),
});

serveForm(companyImportRouter, companyImportContracts.run, {
  handle: ({ actor, params }) => runImport(actor, params.importId),
  done: (_reply, { params }) => ({ to: addressOf(params.importId), notice: importNotices.begun }),
  again: ({ actor, params }, { errors }) => listPage(actor, params.importId, errors),
});

serveForm(companyImportRouter, companyImportContracts.stop, {
  handle: ({ actor, params }) => stopImport(actor, params.importId),
  done: (_reply, { params }) => ({ to: addressOf(params.importId), notice: importNotices.stopped }),
});
