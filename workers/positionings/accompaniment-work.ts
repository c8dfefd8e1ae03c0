import { accompanimentMail } from "#client/positionings/accompaniment-mail.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { dispatchMail } from "#server/platform/mail/dispatch.ts";
import { sayMail } from "#server/platform/mail/say-mail.ts";
import { signLink } from "#server/platform/signed-link.ts";
import { AccompanimentModel } from "#server/positionings/accompaniment-model.ts";
import { accompanimentLink } from "#server/positionings/accompany.ts";
import type { Work } from "#shared/kernel/job.ts";
import { type PerformEffect, settlement } from "#workers/settle.ts";

/** Tells the person who asks; a request answered in the meantime is told to nobody. */
const mailRequest: PerformEffect = async (id) => {
  const asked = await AccompanimentModel.findOne({ _id: id, status: "asked" }).lean();
  if (!asked) return;
  const [person, counsellor] = await Promise.all([
    AccountModel.findOne({ _id: asked.accountId, status: "active" }).lean(),
    AccountModel.findOne({ _id: asked.counsellorId, status: "active" }).lean(),
  ]);
  if (!person || !counsellor) return;
  await dispatchMail({
    dedupeKey: `accompaniment-${id}-${asked.askedAt.getTime().toString(36)}`,
    kind: "accompaniment-request",
    to: person.email,
    ...sayMail(
      accompanimentMail({
        firstName: person.firstName,
        counsellorName: `${counsellor.firstName} ${counsellor.lastName}`,
        link: `/accompagnements/${signLink(accompanimentLink, id)}`,
      }),
    ),
  });
};

export const accompanimentWork: Work = settlement(AccompanimentModel, { mail: mailRequest });
