import { erasedPage, erasePage, keepPage } from "#client/accounts/erase-page.tsx";
import { leavingPage } from "#client/accounts/leaving-page.tsx";
import { myDataPage } from "#client/accounts/my-data-page.tsx";
import { rightsNotices, rightsWords } from "#client/accounts/rights-words.ts";
import { countAttempt } from "#server/http/rate-limit.ts";
import { type Routes, routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { serveFile } from "#server/http/serve-file.ts";
import { serveForm } from "#server/http/serve-form.ts";
import { today } from "#server/platform/clock.ts";
import { enqueue } from "#server/platform/enqueue.ts";
import { log } from "#server/platform/log.ts";
import { rightsContracts } from "#shared/accounts/rights-contracts.ts";
import { isStaff, type Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { settleJob } from "#shared/kernel/settle-jobs.ts";
import { askLeaving } from "./ask-leaving.ts";
import { askErasure, eraseAccount } from "./erase-account.ts";
import type { PersonalPart } from "./personal-part.ts";
import { readPersonalFile } from "./read-personal-file.ts";
import { recordAudit } from "./record-audit.ts";
import { isKeepLink, keepByLink } from "./retention-accounts.ts";

// Reading everything is heavy, and a stolen session is slowed down.
const perPerson = { name: "personal-file", most: 20, minutes: 60 };

/** A person's rights over their data. `parts` is what each slice holds about people. */
export const rightsRouter = (parts: readonly PersonalPart[]): Routes => {
  const rights = routes(rightsWords);

  servePage(rights, rightsContracts.myDataPage, async ({ actor }) => {
    await countAttempt(perPerson, actor.accountId);
    return myDataPage({ file: await readPersonalFile(actor, parts), today: today() });
  });

  serveFile(rights, rightsContracts.myDataFile, async ({ actor }) => {
    await countAttempt(perPerson, actor.accountId);
    const file = await readPersonalFile(actor, parts);
    await recordAudit({ act: "data-exported", by: actor, of: actor.accountId, detail: "file" });
    const content = JSON.stringify(file, null, 2);
    return { name: `elan-emploi-mes-donnees-${today()}.json`, type: "application/json", content };
  });

  servePage(rights, rightsContracts.erasePage, ({ actor }) =>
    isStaff(actor) ? leavingPage({ errors: {} }) : erasePage({ actor, typed: {}, errors: {} }),
  );

  serveForm(rights, rightsContracts.askLeaving, {
    handle: ({ actor }) => askLeaving(actor),
    done: () => ({ to: "/mon-compte", notice: rightsNotices.leavingAsked }),
    again: (_input, { errors }) => leavingPage({ errors }),
  });

  serveForm(rights, rightsContracts.eraseAccount, {
    handle: ({ actor }) => eraseNow(actor, parts),
    done: () => ({ to: "/compte-efface", session: null }),
    again: ({ actor }, { typed, errors }) => erasePage({ actor, typed, errors }),
  });

  servePage(rights, rightsContracts.erasedPage, () => erasedPage());

  servePage(rights, rightsContracts.keepPage, async ({ params }) => {
    if (!(await isKeepLink(params.token))) throw new Failure("gone", "link-is-over");
    return keepPage({ token: params.token });
  });

  serveForm(rights, rightsContracts.keepAccount, {
    handle: ({ params }) => keepByLink(params.token),
    done: () => ({ to: "/", notice: rightsNotices.kept }),
  });

  return rights;
};

/** Done here and now; where that is cut, the account owes it and the sweep ends it within minutes. */
const eraseNow = async (actor: Member, parts: readonly PersonalPart[]): Promise<void> => {
  await askErasure(actor);
  try {
    await eraseAccount(parts)(actor.accountId, "asked");
  } catch (error) {
    log.error({ err: error }, "erasing was cut: the workers go on");
    await enqueue(settleJob("accounts"), { id: actor.accountId });
  }
};
