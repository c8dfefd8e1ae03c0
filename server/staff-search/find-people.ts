import { AccountModel } from "#server/accounts/account-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { cvsVisibleTo } from "#server/cvs/cv-visibility.ts";
import { anyOf } from "#server/platform/filter.ts";
import { AccompanimentModel } from "#server/positionings/accompaniment-model.ts";
import { libraryContracts } from "#shared/cvs/library-contracts.ts";
import type { Member } from "#shared/kernel/actor.ts";
import { mayCall } from "#shared/kernel/contract.ts";
import type { Found } from "#shared/staff-search/staff-search-contracts.ts";
import { holds, wordsTyped } from "./name-pattern.ts";
import type { Finder } from "./search-everything.ts";

const most = 8;
/** People of one name, before who may be seen is asked. */
const mostNamed = 200;

/** People by the start of any word of their names (« Le Goff », « Marie-Claude »): those whose CV one may open; for a counsellor, those they accompany. */
export const findPeople: Finder = async (actor, typed) => {
  const words = wordsTyped(typed);
  if (words.length === 0) return [];
  const named = {
    role: "candidate" as const,
    status: "active" as const,
    $and: words.map((word) => ({ $or: [{ lastName: holds(word) }, { firstName: holds(word) }] })),
  };
  const people = await AccountModel.find(named, { firstName: 1, lastName: 1 }).limit(mostNamed).lean();
  if (people.length === 0) return [];
  const names = new Map(people.map(({ _id, firstName, lastName }) => [_id.toHexString(), `${firstName} ${lastName}`]));
  const seen = actor.role === "counsellor" ? accompanied : withCv;
  return (await seen(actor, [...names.keys()])).flatMap(({ accountId, ...page }): Found[] => {
    const title = names.get(accountId);
    return title === undefined ? [] : [{ kind: "person", key: `person-${accountId}`, title, ...page }];
  });
};

type Seen = { readonly accountId: string; readonly about: string; readonly href: string };

const withCv = async (actor: Member, accountIds: readonly string[]): Promise<Seen[]> => {
  if (!mayCall(actor, libraryContracts.libraryCvPage.access)) return [];
  const cvs = await CvModel.find(
    { ...cvsVisibleTo(actor, null), accountId: anyOf(accountIds) },
    { accountId: 1, commune: 1 },
  )
    .limit(most)
    .lean();
  return cvs.map(({ _id, accountId, commune }) => ({
    accountId: accountId.toHexString(),
    about: commune?.name ?? "",
    href: `/cvtheque/${_id}`,
  }));
};

const accompanied = async (actor: Member, accountIds: readonly string[]): Promise<Seen[]> => {
  const own = await AccompanimentModel.find(
    { counsellorId: actor.accountId, status: "accepted", accountId: anyOf(accountIds) },
    { accountId: 1 },
  )
    .limit(most)
    .lean();
  return own.flatMap(({ _id, accountId }) =>
    accountId === null
      ? []
      : { accountId: String(accountId), about: "Vous l’accompagnez", href: `/accompagnement/${_id}` },
  );
};
