import type { VNode } from "preact";

export type SaidReason = { readonly kind: "yes" | "no" | "far"; readonly text: string };

const signs = { yes: "Convient : ", no: "À voir : ", far: "Trajet : " } as const;

/** Why an offer and a person fit, or do not: a sign, then words. */
export const Reasons = ({ reasons, small = true }: { reasons: readonly SaidReason[]; small?: boolean }): VNode => (
  <ul class={small ? "reasons small" : "reasons"}>
    {reasons.map(({ kind, text }) => (
      <li key={text} class={kind}>
        <span class="vh">{signs[kind]}</span>
        {text}
      </li>
    ))}
  </ul>
);

export const fitLevels = ["veryGood", "good", "possible", "toCheck"] as const;
export type FitLevel = (typeof fitLevels)[number];

export const fitWords: Record<FitLevel, string> = {
  veryGood: "très bien",
  good: "bien",
  possible: "possible",
  toCheck: "à regarder",
};

/** How well, in a word; the four bars only repeat it. */
export const Fit = ({ level }: { level: FitLevel }): VNode => (
  <span class="small soft fit-word">
    <span class="fit" aria-hidden="true">
      {fitLevels.map((_, bar) => (
        <b key={bar} class={bar < fitLevels.length - fitLevels.indexOf(level) ? "on" : undefined} />
      ))}
    </span>{" "}
    {fitWords[level]}
  </span>
);

export type TrackStep = {
  readonly label: string;
  readonly detail?: string | undefined;
  readonly state: "done" | "now" | "next";
};

/** Where something stands, step by step. */
export const Track = ({ steps }: { steps: readonly TrackStep[] }): VNode => (
  <ol class="track">
    {steps.map(({ label, detail, state }) => (
      <li key={label} class={state} aria-current={state === "now" ? "step" : undefined}>
        {label}
        {detail && <small>{detail}</small>}
      </li>
    ))}
  </ol>
);
