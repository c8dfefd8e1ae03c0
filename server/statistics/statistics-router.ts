import { bilanPage } from "#client/statistics/bilan-page.tsx";
import { bilanSheets, outsideSheets, type SheetRows, sheetsAsRows } from "#client/statistics/bilan-sheets.ts";
import { indicatorPage } from "#client/statistics/indicator-page.tsx";
import { outsidePage } from "#client/statistics/outside-page.tsx";
import { reportPage } from "#client/statistics/report-page.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { type SentFile, serveFile } from "#server/http/serve-file.ts";
import { workbookOf, xlsxType } from "#server/platform/sheets/write-xlsx.ts";
import { csvOf } from "#shared/events/csv.ts";
import { statisticsContracts } from "#shared/statistics/statistics-contracts.ts";
import { listBehind } from "./list-behind.ts";
import { readBilan, readIndicator } from "./read-bilan.ts";
import { readOutside } from "./read-outside.ts";

/** What the service produced. The fixed addresses come before the one that names an indicator. */
export const statisticsRouter = routes();

const csv = (name: string, sheets: readonly SheetRows[]): SentFile => ({
  name: `${name}.csv`,
  type: "text/csv; charset=utf-8",
  content: csvOf(sheetsAsRows(sheets)),
});

const xlsx = (name: string, sheets: readonly SheetRows[]): SentFile => ({
  name: `${name}.xlsx`,
  type: xlsxType,
  content: workbookOf(sheets),
});

servePage(statisticsRouter, statisticsContracts.bilanPage, async ({ query }) => bilanPage(await readBilan(query)));

serveFile(statisticsRouter, statisticsContracts.bilanCsv, async ({ query }) =>
  csv("bilan", bilanSheets(await readBilan(query))),
);

serveFile(statisticsRouter, statisticsContracts.bilanXlsx, async ({ query }) =>
  xlsx("bilan", bilanSheets(await readBilan(query))),
);

servePage(statisticsRouter, statisticsContracts.reportPage, async ({ query }) => reportPage(await readBilan(query)));

servePage(statisticsRouter, statisticsContracts.outsidePage, async ({ query }) =>
  outsidePage(await readOutside(query.trimestre)),
);

serveFile(statisticsRouter, statisticsContracts.outsideCsv, async ({ query }) =>
  csv("chiffres-a-diffuser", outsideSheets(await readOutside(query.trimestre))),
);

serveFile(statisticsRouter, statisticsContracts.outsideXlsx, async ({ query }) =>
  xlsx("chiffres-a-diffuser", outsideSheets(await readOutside(query.trimestre))),
);

servePage(statisticsRouter, statisticsContracts.indicatorPage, async ({ actor, params, query }) => {
  const { figures, facts, ...asked } = await readIndicator(query, params.indicator);
  const behind = await listBehind(actor, params.indicator, { facts, page: query.page });
  return indicatorPage({ asked, figures, behind });
});
