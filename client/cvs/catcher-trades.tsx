import type { VNode } from "preact";
import { Card, Tag } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { Select } from "#client/kernel/choice-fields.tsx";
import { type FormState, typedList, typedText } from "#client/kernel/form.tsx";
import { sayMonths } from "#client/kernel/say.tsx";
import { OccupationField } from "#client/kernel/text-fields.tsx";
import { caughtTrades } from "#shared/cvs/caught-cv.ts";
import type { CvFindings, FoundTrade } from "#shared/cvs/cv-findings.ts";
import { occupations } from "#shared/referentials/occupations.ts";
import { shortTitle } from "#shared/referentials/short-title.ts";
import { durations } from "./experience-fields.tsx";
import { Read } from "./quote.tsx";
import { isSure } from "./typed-caught.ts";

type Props = FormState & { read: CvFindings };

/** The trades of a CV, each with its words: sought or not, corrected in place. Then a line for one more. */
export const CatcherTrades = ({ read, ...state }: Props): VNode => {
  const used = Array.from({ length: caughtTrades }, (_, place) => place + 1).filter((line) => isUsed(line, state));
  const next = (used.at(-1) ?? 0) + 1;
  return (
    <>
      {used.length > 0 && (
        <ul class="grid3">
          {used.map((line) => (
            <TradeCard key={line} line={line} found={read.occupations[line - 1] ?? null} {...state} />
          ))}
        </ul>
      )}
      {used.length === 0 && (
        <Card>
          <p>
            <b>Nous n’avons pas trouvé de métier.</b> Écrivez celui que vous cherchez.
          </p>
          <NewTrade line={1} {...state} />
        </Card>
      )}
      {used.length > 0 && next <= caughtTrades && (
        <Details summary="Ajouter un métier">
          <NewTrade line={next} {...state} />
        </Details>
      )}
    </>
  );
};

const isUsed = (line: number, { typed, errors }: FormState): boolean =>
  typedText(typed, `trade${line}`) !== "" || errors[`trade${line}`] !== undefined;

type CardProps = FormState & { line: number; found: FoundTrade | null };

const TradeCard = ({ line, found, ...state }: CardProps): VNode => {
  const title = shortened(typedText(state.typed, `trade${line}`));
  const months = Number(typedText(state.typed, `months${line}`));
  const asRead = found !== null && found.label === typedText(state.typed, `trade${line}`);
  return (
    <Card as="li">
      <div class="row spread">
        <h3 class="h3">{title}</h3>
        {asRead && (isSure(found) ? <Tag tone="pine">trouvé</Tag> : <Tag tone="saffron">à vérifier</Tag>)}
      </div>
      {months > 0 && <p>Exercé {sayMonths(months)}</p>}
      {found && <Read sources={sourcesOf(found)} />}
      <Sought line={line} title={title} {...state} />
      <Details summary={<Correct title={title} />} open={state.errors[`trade${line}`] !== undefined}>
        <TradeFields line={line} hint="Effacez le mot pour le retirer." {...state} />
      </Details>
    </Card>
  );
};

const Correct = ({ title }: { title: string }): VNode => (
  <>
    Corriger<span class="vh"> : {title}</span>
  </>
);

/** An official title is said without repeating what its two forms share. */
const shortened = (title: string): string => {
  const occupation = occupations.find((one) => one.title === title);
  return occupation ? shortTitle(occupation) : title.charAt(0).toUpperCase() + title.slice(1);
};

const sourcesOf = ({ source, held }: FoundTrade): FoundTrade["source"][] => {
  const all = [source, ...(held?.periods ?? []).map((period) => period.source)];
  return all.filter(({ words }, place) => all.findIndex((other) => other.words === words) === place);
};

const NewTrade = ({ line, ...state }: FormState & { line: number }): VNode => (
  <>
    <TradeFields line={line} hint="Avec vos mots : aide-soignant, maçon, vendeuse…" {...state} />
    <Sought line={line} title="" fresh {...state} />
  </>
);

/** A trade that one adds is sought unless one says otherwise. */
const Sought = ({ line, title, fresh, typed }: FormState & { line: number; title: string; fresh?: true }): VNode => (
  <label class="choice">
    <input
      type="checkbox"
      name="seeks"
      value={String(line)}
      checked={fresh || typedList(typed, "seeks").includes(String(line))}
    />
    <span>
      Je cherche ce métier<span class="vh">{title && ` : ${title}`}</span>
    </span>
  </label>
);

const TradeFields = ({ line, hint, typed, errors }: FormState & { line: number; hint: string }): VNode => (
  <div class="stack-s">
    <OccupationField
      name={`trade${line}`}
      label={`Métier ${line}`}
      hint={hint}
      required={false}
      maxLength={100}
      typed={typed}
      errors={errors}
    />
    <Select
      name={`months${line}`}
      label={`Métier ${line}, exercé pendant`}
      required={false}
      empty="Pas encore exercé"
      choices={durations(typedText(typed, `months${line}`))}
      typed={typed}
      errors={errors}
    />
  </div>
);
