import { accountWords } from "#client/accounts/account-words.ts";
import { auditPage } from "#client/accounts/audit-page.tsx";
import { auditNotices } from "#client/accounts/audit-words.ts";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { today } from "#server/platform/clock.ts";
import { auditContracts } from "#shared/accounts/audit-contracts.ts";
import { auditState, verifyAuditChain } from "./audit-chain.ts";
import { listAudit, namesOfStaff } from "./read-audit.ts";

export const auditRouter = routes(accountWords);

servePage(auditRouter, auditContracts.auditPage, async ({ query }) => {
  const search = { act: query.acte, email: query.qui, page: query.page };
  const [rows, names, state] = await Promise.all([listAudit(search), namesOfStaff(), auditState()]);
  const check = { at: state.checkedAt?.toISOString() ?? null, brokenAt: state.brokenAt, why: state.why };
  return auditPage({ rows, names, search, check, today: today() });
});

serveForm(auditRouter, auditContracts.checkAudit, {
  handle: () => verifyAuditChain(),
  done: ({ rows, brokenAt }) => ({
    to: "/admin/journal",
    notice: brokenAt === null ? auditNotices.whole(rows) : auditNotices.broken,
  }),
});
