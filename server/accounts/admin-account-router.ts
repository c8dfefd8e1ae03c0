import { accountNotices, accountWords } from "#client/accounts/account-words.ts";
import { accountsPage } from "#client/accounts/accounts-page.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { adminAccountContracts } from "#shared/accounts/admin-account-contracts.ts";
import { changeRole, changeStatus, createStaffAccount, listAccounts, resetSecondFactor } from "./manage-accounts.ts";

export const adminAccountRouter = routes(accountWords);

servePage(adminAccountRouter, adminAccountContracts.accountsPage, async ({ actor, query }) =>
  accountsPage({ actor, accounts: await listAccounts(query), search: query, typed: {}, errors: {} }),
);

serveForm(adminAccountRouter, adminAccountContracts.createStaffAccount, {
  handle: ({ actor, body }) => createStaffAccount(actor, body),
  done: () => ({ to: "/admin/comptes", notice: accountNotices.accountCreated }),
  again: async ({ actor }, { typed, errors }) => {
    const search = { q: null, role: null, page: 1 };
    return accountsPage({ actor, accounts: await listAccounts(search), search, typed, errors });
  },
});

serveForm(adminAccountRouter, adminAccountContracts.changeRole, {
  handle: ({ actor, params, body }) => changeRole(actor, params.accountId, body.role),
  done: () => ({ to: "/admin/comptes", notice: accountNotices.roleChanged }),
});

serveForm(adminAccountRouter, adminAccountContracts.changeStatus, {
  handle: ({ actor, params, body }) => changeStatus(actor, params.accountId, body.status),
  done: (_reply, { body }) => ({
    to: "/admin/comptes",
    notice: body.status === "disabled" ? accountNotices.disabled : accountNotices.enabled,
  }),
});

serveForm(adminAccountRouter, adminAccountContracts.resetSecondFactor, {
  handle: ({ actor, params }) => resetSecondFactor(actor, params.accountId),
  done: () => ({ to: "/admin/comptes", notice: accountNotices.secondFactorReset }),
});
