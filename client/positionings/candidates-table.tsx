import type { VNode } from "preact";
import { Tag } from "#client/design/card.tsx";
import { Fit, Reasons, type SaidReason } from "#client/design/reasons.tsx";
import { sayKm, sayShortDay } from "#client/kernel/say.tsx";
import type { MatchLevel } from "#shared/matching/match.ts";
import { shortName } from "./positioning-words.ts";

export type Candidate = {
  readonly cvId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly communeName: string;
  readonly km: number | null;
  readonly level: MatchLevel;
  readonly reasons: readonly SaidReason[];
  readonly situation:
    | { readonly kind: "free" }
    | { readonly kind: "elsewhere"; readonly on: string; readonly what: string }
    | { readonly kind: "here"; readonly positioningId: string; readonly words: string };
};

/** A table whose columns keep their names on a desk; on a phone, a list with its boxes at the left. */
export const Candidates = ({ candidates, open }: { candidates: readonly Candidate[]; open: boolean }): VNode => (
  <table class="people ranking">
    <caption class="vh">Personnes qui conviennent, les meilleures raisons d’abord</caption>
    <thead>
      <tr>
        <th scope="col">
          <span class="vh">Retenir</span>
        </th>
        <th scope="col">Personne</th>
        <th scope="col">Accord</th>
        <th scope="col">Ce qui convient, ce qui manque</th>
        <th scope="col">Situation</th>
      </tr>
    </thead>
    <tbody>
      {candidates.map((candidate) => (
        <tr key={candidate.cvId}>
          <td>{open && candidate.situation.kind !== "here" && <Tick candidate={candidate} />}</td>
          <td>
            <b>{shortName(candidate)}</b>
            <br />
            <span class="small soft">
              {candidate.communeName}
              {candidate.km === null ? "" : `, ${sayKm(candidate.km)}`}
            </span>
          </td>
          <td>
            <Fit level={candidate.level} />
          </td>
          <td>
            <Reasons reasons={candidate.reasons} />
          </td>
          <td>
            <Situation situation={candidate.situation} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Tick = ({ candidate }: { candidate: Candidate }): VNode => (
  <input type="checkbox" name="cvIds" value={candidate.cvId} aria-label={`Retenir ${shortName(candidate)}`} />
);

const Situation = ({ situation }: { situation: Candidate["situation"] }): VNode => {
  if (situation.kind === "free") return <Tag tone="pine">libre</Tag>;
  if (situation.kind === "elsewhere")
    return (
      <span title={situation.what}>
        <Tag tone="saffron">déjà proposé ailleurs le {sayShortDay(situation.on)}</Tag>
      </span>
    );
  return (
    <a class="small" href={`/bureau/positionnements/${situation.positioningId}`}>
      <Tag tone="sky">déjà sur cette offre : {situation.words}</Tag>
    </a>
  );
};
