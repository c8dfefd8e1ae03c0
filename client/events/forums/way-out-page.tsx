import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Notice } from "#client/design/card.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { TextArea } from "#client/kernel/text-fields.tsx";
import { type Satisfaction, satisfactions } from "#shared/events/forums/forum.ts";
import { wayOutQuestions } from "#shared/events/forums/way-out-contracts.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import { satisfactionLabels, wayOutQuestionLabels } from "./forum-words.ts";

type Props = FormState & {
  readonly forum: JobDating;
  readonly token: string;
  /** The key of this questionnaire: sent twice, it is the same one. */
  readonly answerKey: string;
  readonly open: boolean;
};

/**
 * On a tablet at the way out: five questions with large answers, and nothing on who answers. With script one question
 * at a time, kept on the device until the server has answered; without script, one form.
 */
export const wayOutPage = (props: Props): Page => ({
  title: `Votre avis, ${props.forum.title}`,
  section: "events",
  robots: "noindex",
  scripts: ["way-out"],
  body: (
    <div class="wrap narrow body stack way-out" data-way-out={props.token}>
      <h1>Votre avis en une minute</h1>
      <p class="soft">{props.forum.title}. Personne ne sait qui répond.</p>
      <div data-way-out-said="" role="status" />
      {props.open ? <Questions {...props} /> : <Closed />}
    </div>
  ),
});

const Closed = (): VNode => (
  <Notice>
    <p>Le questionnaire ouvre avec le forum, et ferme le lendemain.</p>
  </Notice>
);

const yesNo = [
  { value: "yes", label: "Oui" },
  { value: "no", label: "Non" },
] as const;

const Questions = ({ token, answerKey, typed, errors }: Props): VNode => (
  <>
    <ErrorSummary errors={errors} />
    <Form action={`/sortie/${token}`} hidden={{ key: answerKey }} class="stack">
      <Question
        name="satisfaction"
        label="Êtes-vous content de votre visite ?"
        choices={satisfactions.map((value) => ({ value, label: satisfactionLabels[value], face: value }))}
        typed={typed}
        errors={errors}
      />
      {wayOutQuestions.map((name) => (
        <Question
          key={name}
          name={name}
          label={wayOutQuestionLabels[name]}
          choices={yesNo}
          typed={typed}
          errors={errors}
        />
      ))}
      <div data-way-out-step="" class="stack">
        <TextArea
          name="comment"
          label="Un mot de plus ?"
          hint="N’écrivez pas de nom."
          required={false}
          rows={3}
          maxLength={300}
          typed={typed}
          errors={errors}
        />
        <Button wide>Envoyer mon avis</Button>
      </div>
    </Form>
    <p class="small soft" data-way-out-line="" />
    <p>
      <button type="button" class="link needs-script" data-way-out-again="">
        Recommencer
      </button>
    </p>
  </>
);

type Answer = { readonly value: string; readonly label: string; readonly face?: Satisfaction };
type QuestionProps = FormState & {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Answer[];
};

const Question = ({ name, label, choices, typed, errors }: QuestionProps): VNode => (
  <fieldset
    class="field way-out-question"
    id={`champ-${name}`}
    tabIndex={-1}
    data-way-out-step=""
    data-wrong={errors[name] ? "" : undefined}
  >
    <legend>{label}</legend>
    <div class="way-out-choices">
      {choices.map(({ value, label: words, face }) => (
        <label key={value}>
          <input type="radio" name={name} value={value} checked={typed[name] === value} />
          {face && <Face mood={face} />}
          <span>{words}</span>
        </label>
      ))}
    </div>
    {errors[name] && <p class="wrong">{errors[name]}</p>}
  </fieldset>
);

const mouths: Record<Satisfaction, string> = {
  good: "M13 26 Q20 35 27 26",
  fair: "M13 28 H27",
  poor: "M13 31 Q20 22 27 31",
};

/** The word beside it says the same to those who listen. */
const Face = ({ mood }: { mood: Satisfaction }): VNode => (
  <svg viewBox="0 0 40 40" aria-hidden="true" class="way-out-face">
    <circle cx="20" cy="20" r="18" fill="none" stroke="currentColor" stroke-width="2" />
    <circle cx="14" cy="16" r="2" fill="currentColor" />
    <circle cx="26" cy="16" r="2" fill="currentColor" />
    <path d={mouths[mood]} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
  </svg>
);
