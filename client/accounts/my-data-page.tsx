import type { ComponentChildren, VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Card, Facts } from "#client/design/card.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay, sayMoment } from "#client/kernel/say.tsx";
import type { Held, HeldSection, HeldValue, PersonalFile } from "#shared/accounts/personal-file.ts";
import type { Day } from "#shared/kernel/calendar.ts";

/** Everything held about a person, in words: nothing is left out, and what is empty is said in one place. */
export const myDataPage = ({ file, today }: { file: PersonalFile; today: Day }): Page => ({
  title: "Mes données",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <div class="no-print">
        <Breadcrumb links={[{ href: "/mon-compte", label: "Mon compte" }]} here="Mes données" />
      </div>
      <h1>Mes données</h1>
      <p class="lead">Voici tout ce que nous gardons sur vous, {sayMoment(file.madeAt, today)}.</p>
      <div class="row no-print">
        <ButtonLink href="/mon-compte/mes-donnees.json">Télécharger mes données</ButtonLink>
      </div>
      <p class="small soft no-print">
        Le fichier est au format JSON : un autre service peut le lire. Pour un document papier ou PDF, imprimez cette
        page depuis votre navigateur.
      </p>
      {file.sections.filter(isFilled).map((section) => (
        <Section key={section.title} section={section} today={today} />
      ))}
      <Empty titles={file.sections.filter((section) => !isFilled(section)).map(({ title }) => title)} />
    </div>
  ),
});

const isFilled = ({ items }: HeldSection): boolean => items.length > 0;

const Section = ({ section: { title, items }, today }: { section: HeldSection; today: Day }): VNode => (
  <section class="stack-s">
    <h2>{title}</h2>
    {items.map((item, at) => (
      <Card key={String(at)}>
        <HeldFacts held={item} today={today} />
      </Card>
    ))}
  </section>
);

const Empty = ({ titles }: { titles: readonly string[] }): VNode | null =>
  titles.length === 0 ? null : (
    <section class="stack-s">
      <h2>Là, nous n’avons rien sur vous</h2>
      <ul class="dots soft">
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </section>
  );

const HeldFacts = ({ held, today }: { held: Held; today: Day }): VNode => {
  const empty = Object.keys(held).filter((label) => isNothing(held[label]));
  return (
    <>
      <Facts
        facts={Object.entries(held)
          .filter(([label]) => !empty.includes(label))
          .map(([label, value]) => [label, say(value, today)] as const)}
      />
      {empty.length > 0 && <p class="small soft">Rien d’écrit pour : {empty.join(", ")}.</p>}
    </>
  );
};

/** A document kept by an older version may lack a field: it holds nothing there. */
const isNothing = (value: HeldValue | undefined): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

const say = (value: HeldValue, today: Day): ComponentChildren => {
  if (value === null) return "rien";
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return <span class="breakable preline">{sayText(value, today)}</span>;
  if (Array.isArray(value)) return <List values={value} today={today} />;
  return <HeldFacts held={value as Held} today={today} />; // neither a text, a number, a list nor nothing
};

const List = ({ values, today }: { values: readonly HeldValue[]; today: Day }): VNode => (
  <ul class="dots">
    {values.map((value, at) => (
      <li key={String(at)}>{inOneLine(value, today) ?? say(value, today)}</li>
    ))}
  </ul>
);

/** A step and its date fit in a line; what is longer keeps its list of terms. */
const inOneLine = (value: HeldValue, today: Day): VNode | null => {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return null;
  const said = Object.entries(value).filter(([, one]) => one !== null && one !== "");
  if (said.length > 4 || said.some(([, one]) => typeof one === "object")) return null;
  return (
    <span class="breakable">
      {said
        .map(([label, one]) => `${label} : ${typeof one === "string" ? sayText(one, today) : String(one)}`)
        .join(" · ")}
    </span>
  );
};

const sayText = (text: string, today: Day): string => {
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(text)) return sayMoment(text, today);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? sayDay(text, today) : text;
};
