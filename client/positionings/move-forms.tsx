import type { VNode } from "preact";
import { CarefulComment } from "#client/accounts/careful-comment.tsx";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import { DateField, MomentField, TextArea, TextField } from "#client/kernel/text-fields.tsx";
import { explainedBy } from "#shared/positionings/check-move.ts";
import type { PositioningHand } from "#shared/positionings/positioning-transitions.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";

type MovesProps = FormState & {
  moves: readonly PositioningStatus[];
  /** The one whose form is open; the usual one when null. */
  chosen: PositioningStatus | null;
  /** The card's page: `?suite=` opens another form. */
  page: string;
  /** Where the form is sent. */
  action: string;
  version: number;
  hand: PositioningHand;
  words: Readonly<Record<PositioningStatus, string>>;
  consequences: Partial<Record<PositioningStatus, string>>;
};

/** What may happen next: one form, with what it asks and what follows; the other ways are one press away. */
export const MoveForms = (props: MovesProps): VNode | null => {
  const moves = [...props.moves].sort((one, other) => weight(one) - weight(other));
  const open = moves.find((to) => to === props.chosen) ?? moves[0];
  if (!open) return null;
  return (
    <div class="stack" id="suite">
      <h3>{props.words[open]}</h3>
      <MoveForm {...props} to={open} />
      {moves.length > 1 && (
        <nav class="stack-s" aria-label="Autres suites">
          <p class="small soft">Ou bien :</p>
          <div class="row">
            {moves
              .filter((to) => to !== open)
              .map((to) => (
                <ButtonLink key={to} kind="plain" small href={`${props.page}?suite=${to}#suite`}>
                  {props.words[to]}
                </ButtonLink>
              ))}
          </div>
        </nav>
      )}
    </div>
  );
};

/** The road goes forward first; ways out come last. */
const exits: readonly PositioningStatus[] = [
  "declined",
  "refused",
  "withdrawn",
  "noAnswer",
  "placedElsewhere",
  "pool",
  "endedEarly",
];
const weight = (to: PositioningStatus): number => exits.indexOf(to) + 1;

const MoveForm = ({ to, typed, errors, ...props }: MovesProps & { to: PositioningStatus }): VNode => {
  const explained = explainedBy(props.hand, to);
  const consequence = props.consequences[to];
  const Comment = props.hand === "officer" ? CarefulComment : TextArea;
  return (
    <Form action={props.action} hidden={{ to, version: props.version }} warnUnsaved>
      <ErrorSummary errors={errors} />
      {to === "interviewPlanned" && (
        <div class="grid2">
          <MomentField name="interviewAt" label="Jour et heure" typed={typed} errors={errors} />
          <TextField name="interviewPlace" label="Lieu" maxLength={200} typed={typed} errors={errors} />
        </div>
      )}
      {to === "hired" && <DateField name="startsOn" label="Premier jour de travail" typed={typed} errors={errors} />}
      <Comment
        name="note"
        label={explained ? (noteLabels[to] ?? "Quand et comment l’avez-vous su ?") : "Note"}
        required={explained}
        rows={2}
        maxLength={1000}
        typed={typed}
        errors={errors}
      />
      {consequence && <p class="small soft">{consequence}</p>}
      <Button>{props.words[to]}</Button>
    </Form>
  );
};

const noteLabels: Partial<Record<PositioningStatus, string>> = {
  refused: "Pourquoi ?",
  endedEarly: "Pourquoi s’est-il arrêté ?",
};
