import type { VNode } from "preact";
import { Notice } from "#client/design/card.tsx";
import { ErrorSummary, type FormState, type Typed, typedText } from "#client/kernel/form.tsx";
import type { Positioning } from "#shared/positionings/positioning.ts";
import { nextFollowUp } from "#shared/positionings/positioning-board.ts";
import type { PositioningStatus } from "#shared/positionings/positioning-words.ts";
import { FollowUps } from "./follow-up-form.tsx";
import { MoveForms } from "./move-forms.tsx";
import { columnTitles, moveConsequences, officerMovesFrom } from "./positioning-words.ts";

type NextProps = FormState & {
  positioning: Positioning;
  moves: readonly PositioningStatus[];
  chosen: PositioningStatus | null;
  today: string;
};

/** What may follow on a card: a step, a follow-up call, or nothing more. */
export const CardNext = (props: NextProps): VNode => {
  const gone = formIsGone(props);
  const typed = gone ? {} : props.typed;
  return (
    <>
      {gone && <KeptWords typed={props.typed} />}
      <NextForm {...props} typed={typed} />
    </>
  );
};

const NextForm = ({ positioning, moves, chosen, today, typed, errors }: NextProps): VNode => {
  const action = `/bureau/positionnements/${positioning.id}`;
  const next = nextCall(positioning);
  if (isFollowed(positioning))
    return (
      <>
        {next === null && <ErrorSummary errors={errors} />}
        <FollowUps
          followUps={positioning.followUps}
          next={next}
          action={`${action}/suivi`}
          version={positioning.version}
          today={today}
          typed={typed}
          errors={errors}
        />
      </>
    );
  if (moves.length === 0)
    return (
      <>
        <ErrorSummary errors={errors} />
        <p>Rien de plus ne peut arriver à cette carte. Elle reste dans « {columnTitles.out} ».</p>
      </>
    );
  return (
    <MoveForms
      moves={moves}
      chosen={chosen}
      page={action}
      action={`${action}/etape`}
      version={positioning.version}
      hand="officer"
      words={officerMovesFrom(positioning.status)}
      consequences={moveConsequences}
      typed={typed}
      errors={errors}
    />
  );
};

const isFollowed = ({ followUps, startsOn }: Positioning): boolean => followUps.length > 0 && startsOn !== null;

const nextCall = (positioning: Positioning) => (positioning.status === "endedEarly" ? null : nextFollowUp(positioning));

/** The form that was sent is no longer on the card: somebody moved it meanwhile. */
const formIsGone = ({ positioning, moves, typed }: NextProps): boolean => {
  const [to, kind] = [typedText(typed, "to"), typedText(typed, "kind")];
  if (kind !== "") return nextCall(positioning)?.kind !== kind;
  return to !== "" && (isFollowed(positioning) || !moves.some((move) => move === to));
};

const wordsTyped = { interviewPlace: "Lieu", note: "Note" } as const;

/** Nothing typed is lost, even where it can no longer be sent. */
const KeptWords = ({ typed }: { typed: Typed }): VNode | null => {
  const kept = Object.entries(wordsTyped).filter(([name]) => typedText(typed, name) !== "");
  if (kept.length === 0) return null;
  return (
    <Notice>
      <p>
        <b>Vous aviez écrit :</b>
      </p>
      {kept.map(([name, label]) => (
        <p key={name} class="preline breakable">
          {label} : {typedText(typed, name)}
        </p>
      ))}
    </Notice>
  );
};
