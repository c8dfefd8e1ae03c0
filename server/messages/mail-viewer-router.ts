import { mailListPage, mailPage } from "#client/messages/mail-viewer-page.tsx";
import { routes } from "#server/http/routes.ts";
import { bind, servePage } from "#server/http/serve.ts";
import type { KeptMail } from "#server/platform/mail/mail-folder.ts";
import { listMails, readMail } from "#server/platform/mail/transport.ts";
import { site } from "#server/platform/site.ts";
import { Failure } from "#shared/kernel/failure.ts";
import { mailViewerContracts } from "#shared/messages/back-office-contracts.ts";

/** The mails of a demonstration, readable by all; a production site answers as if it did not exist. */
export const mailViewerRouter = routes();

servePage(mailViewerRouter, mailViewerContracts.mailList, async () => mailListPage({ mails: await keptMails() }));

servePage(mailViewerRouter, mailViewerContracts.mailBody, async ({ params }) =>
  mailPage({ mail: await keptMail(params.mailId) }),
);

bind(mailViewerRouter, mailViewerContracts.mailHtml, async ({ params }, _request, response) => {
  const { html } = await keptMail(params.mailId);
  // As a mailbox would: its own inline styles, and nothing that runs.
  response.set(
    "Content-Security-Policy",
    "sandbox allow-popups allow-top-navigation; default-src 'none'; style-src 'unsafe-inline'",
  );
  response.type("html").send(html);
});

const keptMails = async (): Promise<readonly KeptMail[]> => {
  if (site().production) throw new Failure("missing", "missing-page");
  return listMails();
};

const keptMail = async (id: string): Promise<KeptMail> => {
  const mail = site().production ? null : await readMail(id);
  if (!mail) throw new Failure("missing", "missing-page");
  return mail;
};
