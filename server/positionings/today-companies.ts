import { sayCount, sayDay } from "#client/kernel/say.tsx";
import type { DeskItem } from "#client/positionings/today-page.tsx";
import { CompanyModel } from "#server/companies/company-model.ts";
import { dormantCompanies } from "#server/companies/officer-companies.ts";
import { today } from "#server/platform/clock.ts";
import { atMost } from "#server/platform/filter.ts";
import { dormantAfterDays } from "#shared/companies/company-rules.ts";
import { addDays, dayOf } from "#shared/kernel/calendar.ts";

const mostRead = 500;
/** Those who sleep longest; the others are behind the link below the list. */
const mostDormant = 5;
const needSoonDays = 14;

/** What the companies themselves ask of an officer: actions due, needs that come near, those who sleep. */
export const companyItems = async (mine: { officerId?: string }): Promise<DeskItem[]> => {
  const [actions, needs, dormant] = await Promise.all([dueActions(mine), nearNeeds(mine), sleeping()]);
  return [...actions, ...needs, ...dormant];
};

const dueActions = async ({ officerId }: { officerId?: string }): Promise<DeskItem[]> => {
  const due = { ...(officerId && { "nextAction.officerId": officerId }), "nextAction.on": atMost(today()) };
  const companies = await CompanyModel.find(due, { name: 1, nextAction: 1 }).limit(mostRead).lean();
  return companies.flatMap(({ _id, name, nextAction }) =>
    nextAction
      ? {
          key: `action-${_id}`,
          since: `${nextAction.on}T06:00:00.000Z`,
          what: nextAction.what.charAt(0).toUpperCase() + nextAction.what.slice(1),
          about: name,
          act: { label: "Ouvrir la fiche", href: `/bureau/entreprises/${_id}#action` },
          late: nextAction.on < today(),
        }
      : [],
  );
};

/** Needs that nobody met and whose day comes near: the employer should hear from us. */
const nearNeeds = async ({ officerId }: { officerId?: string }): Promise<DeskItem[]> => {
  const near = {
    ...(officerId && { "needs.by": officerId }),
    "needs.neededOn": atMost(addDays(today(), needSoonDays)),
  };
  const companies = await CompanyModel.find(near, { name: 1, needs: 1 }).limit(mostRead).lean();
  return companies.flatMap(({ _id, name, needs }) =>
    needs
      .filter(({ metAt, neededOn, by }) => {
        const soon = neededOn !== null && neededOn <= addDays(today(), needSoonDays);
        return metAt === null && soon && (officerId === undefined || by.equals(officerId));
      })
      .map(({ id, occupation, people, neededOn, at }) => ({
        key: `need-${id}`,
        since: at.toISOString(),
        what: `Rappeler ${name} : besoin de ${sayCount(people, "personne", "personnes")}, ${occupation}`,
        about: neededOn === null ? name : `pour le ${sayDay(neededOn, today())}`,
        act: { label: "Ouvrir la fiche", href: `/bureau/entreprises/${_id}#besoins` },
        late: neededOn !== null && neededOn < today(),
      })),
  );
};

const sleeping = async (): Promise<DeskItem[]> =>
  (await dormantCompanies(mostDormant)).map(({ id, name, commune, lastContactAt, createdAt }) => {
    const asleep = addDays(dayOf(new Date(lastContactAt ?? createdAt)), dormantAfterDays);
    return {
      key: `dormant-${id}`,
      since: `${asleep}T06:00:00.000Z`,
      what: `Reprendre contact avec ${name}`,
      about: `${commune.name}, ${lastContactAt ? `dernier contact le ${sayDay(dayOf(new Date(lastContactAt)), today())}` : "aucun contact noté"}`,
      act: { label: "Ouvrir la fiche", href: `/bureau/entreprises/${id}` },
      late: false,
    };
  });
