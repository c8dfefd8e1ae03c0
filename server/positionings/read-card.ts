import type { CardFacts } from "#client/positionings/card-facts.ts";
import type { CardChange } from "#client/positionings/card-news.tsx";
import type { CardFeedback } from "#client/positionings/feedback-part.tsx";
import { fullName, shortName, statusLabels } from "#client/positionings/positioning-words.ts";
import type { CompanyPanelFacts } from "#client/positionings/ranking-asides.tsx";
import type { SaidStep } from "#client/positionings/step-history.tsx";
import { AccountModel } from "#server/accounts/account-model.ts";
import { CompanyModel } from "#server/companies/company-model.ts";
import { watchersOf } from "#server/platform/watchers.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { Failure } from "#shared/kernel/failure.ts";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { movesFor, needsOpenOffer } from "#shared/positionings/positioning-rules.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import { describeCards, namesOf } from "./describe-cards.ts";
import { findPositioning } from "./find-positioning.ts";
import { officersToChoose } from "./hand-over.ts";
import { feedbackOfCard } from "./read-feedback.ts";

export type CardOfOne = {
  readonly positioning: Positioning;
  readonly card: CardFacts;
  readonly person: { readonly phone: string | null; readonly email: string; readonly cvAddress: string | null };
  readonly company: { readonly hasAccount: boolean; readonly contact: CompanyPanelFacts["contact"] };
  readonly moves: readonly PositioningStatus[];
  readonly steps: readonly SaidStep[];
  readonly feedback: CardFeedback;
  readonly officers: readonly { value: string; label: string }[];
  readonly watchers: readonly string[];
  readonly seen: number;
  readonly change: CardChange | null;
};

/** Everything the page of one card says to an officer; `seen` is the version on their screen, when they have one. */
export const readCard = async (
  actor: Member,
  positioningId: string,
  seen: number | null = null,
): Promise<CardOfOne> => {
  const positioning = await findPositioning(actor, positioningId);
  const watchers = watchersOf(`positioning:${positioningId}`).filter((id) => id !== actor.accountId);
  const [[card], people, company, feedback, officers] = await Promise.all([
    describeCards([positioning]),
    namesOf([positioning.accountId, ...handsOf(positioning), ...watchers]),
    companyOf(positioning.companyId),
    feedbackOfCard(positioning),
    officersToChoose(),
  ]);
  if (!card) throw new Failure("missing", "missing-page");
  const person = people.get(positioning.accountId);
  return {
    positioning,
    card,
    person: { phone: person?.phone ?? null, email: person?.email ?? "", cvAddress: null },
    company,
    feedback,
    officers,
    // A follow-up has its own form: it says what was heard.
    moves: movesFor(actor, positioning).filter(
      (to) => !to.startsWith("inPost") && (card.offerOpen || !needsOpenOffer(to)),
    ),
    steps: positioning.steps.map((step) => ({ ...step, who: whoOf(positioning, step.by, people) })),
    watchers: watchers.flatMap((id) => people.get(id) ?? []).map(fullName),
    seen: seen ?? positioning.version,
    change: seen === null || seen === positioning.version ? null : lastChange(positioning, people),
  };
};

type Names = ReadonlyMap<string, { firstName: string; lastName: string }>;

const handsOf = ({ steps, handovers }: Positioning): string[] => [
  ...steps.flatMap(({ by }) => by ?? []),
  ...(handovers ?? []).flatMap(({ by, officerId }) => [by, officerId]),
];

/** The last step, or the colleague it was given to, whichever came later. */
const lastChange = (positioning: Positioning, people: Names): CardChange | null => {
  const step = positioning.steps.at(-1);
  const given = positioning.handovers?.at(-1);
  if (given && (!step || given.at > step.at)) {
    const what = `fiche confiée à ${whoOf(positioning, given.officerId, people)}`;
    return { at: given.at, who: whoOf(positioning, given.by, people), what };
  }
  return step
    ? { at: step.at, who: whoOf(positioning, step.by, people), what: `« ${statusLabels[step.status]} »` }
    : null;
};

const whoOf = ({ accountId }: Positioning, by: string | null, people: Names): string => {
  if (by === null) return "le site";
  if (by === accountId) return "la personne";
  const person = people.get(by);
  return person ? shortName(person) : "un compte effacé";
};

const companyOf = async (companyId: string): Promise<CardOfOne["company"]> => {
  const [company, account] = await Promise.all([
    CompanyModel.findById(companyId, { contacts: 1 }).lean(),
    AccountModel.findOne({ companyId, role: "employer", status: "active" }, { _id: 1 }).lean(),
  ]);
  const contact = company?.contacts[0];
  return {
    hasAccount: account !== null,
    contact: contact ? { name: contact.name, role: contact.role, phone: contact.phone } : null,
  };
};
