import { datingWords } from "#client/events/dating-words.ts";
import { forumNotices, forumWords } from "#client/events/forums/forum-words.ts";
import { ownStandsPage } from "#client/events/forums/own-stands-page.tsx";
import { wayOutPage } from "#client/events/forums/way-out-page.tsx";
import { routes } from "#server/http/routes.ts";
import { servePage } from "#server/http/serve.ts";
import { type Again, serveForm } from "#server/http/serve-form.ts";
import { now } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { newToken } from "#server/platform/tokens.ts";
import { contactContracts } from "#shared/events/forums/contact-contracts.ts";
import { takesWayOut } from "#shared/events/forums/forum-rules.ts";
import { wayOutContracts } from "#shared/events/forums/way-out-contracts.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { answerWayOut, forumOfWayOut } from "./answer-way-out.ts";
import { noteContact } from "./note-contact.ts";
import { readOwnStands } from "./read-own-stands.ts";

/** The day of a forum for those who run no event: a company at its stand, and whoever goes out. */
export const forumDayRouter = routes({ ...datingWords, ...forumWords });

type Shown = Pick<Again, "typed" | "errors"> & { readonly standId: string | null };
const nothingTyped: Shown = { typed: {}, errors: {}, standId: null };

const showOwn = async (actor: Member, forumId: string, shown: Shown) =>
  ownStandsPage({ ...(await readOwnStands(actor, forumId)), newKey: () => newId().toHexString(), ...shown });

servePage(forumDayRouter, contactContracts.ownStandPage, ({ actor, params }) =>
  showOwn(actor, params.forumId, nothingTyped),
);

serveForm(forumDayRouter, contactContracts.noteOwnContact, {
  handle: ({ actor, params, body: { formKey, ...form } }) => noteContact(actor, { ...params, formKey }, form),
  done: (_nothing, { params }) => ({
    to: `/employeur/forums/${params.forumId}`,
    notice: forumNotices.contactNoted,
  }),
  again: ({ actor, params }, { typed, errors }) =>
    showOwn(actor, params.forumId, { typed, errors, standId: params.standId }),
});

const showWayOut = async (token: string, { typed, errors }: Pick<Again, "typed" | "errors">) => {
  const forum = await forumOfWayOut(token);
  return wayOutPage({ forum, token, answerKey: newToken(), open: takesWayOut(forum, now()), typed, errors });
};

servePage(forumDayRouter, wayOutContracts.wayOutPage, ({ params }) => showWayOut(params.token, nothingTyped));

serveForm(forumDayRouter, wayOutContracts.answerWayOut, {
  handle: ({ params, body, request }) => answerWayOut(params.token, request.ip, body),
  done: (_nothing, { params }) => ({ to: `/sortie/${params.token}`, notice: forumNotices.thanks }),
  again: ({ params }, again) => showWayOut(params.token, again),
});
