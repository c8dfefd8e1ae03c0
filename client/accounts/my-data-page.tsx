import type { ComponentChildren, VNode } from "preact";
import { ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Card, Facts } from "#client/design/card.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayDay, sayMoment } from "#client/kernel/say.tsx";
import type { Held, HeldSection, HeldValue, PersonalFile } from "#shared/accounts/personal-file.ts";
import type { Day } from "#shared/kernel/calendar.ts";

/** Everything held about a person, in words: nothing is left out, empty answers are said to be empty. */
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
      {file.sections.map((section) => (
        <Section key={section.title} section={section} today={today} />
      ))}
    </div>
  ),
});

const Section = ({ section: { title, items }, today }: { section: HeldSection; today: Day }): VNode => (
  <section class="stack-s">
    <h2>{title}</h2>
    {items.length === 0 ? (
      <p class="soft">Rien.</p>
    ) : (
      items.map((item, at) => (
        <Card key={String(at)}>
          <HeldFacts held={item} today={today} />
        </Card>
      ))
    )}
  </section>
);

const HeldFacts = ({ held, today }: { held: Held; today: Day }): VNode => (
  <Facts facts={Object.entries(held).map(([label, value]) => [label, say(value, today)] as const)} />
);

const say = (value: HeldValue, today: Day): ComponentChildren => {
  // A document kept by an older version may lack a field: it holds nothing there.
  if (value === null || value === undefined || value === "") return <span class="soft">rien</span>;
  if (typeof value === "boolean") return value ? "oui" : "non";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return <span class="breakable preline">{sayText(value, today)}</span>;
  if (Array.isArray(value)) return <List values={value} today={today} />;
  return <HeldFacts held={value as Held} today={today} />; // neither a text, a number, a list nor nothing
};

const List = ({ values, today }: { values: readonly HeldValue[]; today: Day }): VNode =>
  values.length === 0 ? (
    <span class="soft">rien</span>
  ) : (
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
