import { z } from "zod";
import { arrive, openLines } from "./arrivals.ts";
import { bySecond, type Figures, figuresOf, isRefused, isServed } from "./figures.ts";
import { mixOf, type Targets } from "./mix.ts";

/** The visitors, in a process of their own: they take their share of the two cores, but never hold the server's loop. */
export type Plan = {
  readonly port: number;
  readonly targets: Targets;
  readonly phases: readonly { readonly perSecond: number; readonly seconds: number }[];
};

export type PhaseReport = Figures & {
  readonly perSecond: number;
  readonly kinds: Readonly<Record<string, Figures>>;
  readonly seconds: readonly Figures[];
  /** What was not served, by kind and status. */
  readonly errorsBy: Readonly<Record<string, number>>;
  /** The first of them that are errors and not a « later », to be looked at. */
  readonly examples: readonly string[];
  /** How late the client sent what was due, 99th percentile: large, it measured itself. */
  readonly lateP99: number;
  /** The applications that the product said it took. */
  readonly applications: readonly string[];
};

const texts = z.array(z.string());
const PlanSent = z.object({
  port: z.number(),
  targets: z.object({
    candidates: texts,
    officers: texts,
    employer: z.string(),
    offers: texts,
    movedOffers: texts,
    staffPaths: texts,
  }),
  phases: z.array(z.object({ perSecond: z.number(), seconds: z.number() })),
});

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
const plan: Plan = PlanSent.parse(JSON.parse(Buffer.concat(chunks).toString()));
const next = mixOf(plan.targets, 11);

await openLines(plan.port);
for (const phase of plan.phases) {
  const answers = await arrive(plan.port, phase, next);
  const late = answers.map(({ dueMs, sentMs }) => sentMs - dueMs).sort((one, other) => one - other);
  const errorsBy: Record<string, number> = {};
  for (const answer of answers)
    if (!isServed(answer)) {
      const name = `${answer.kind} ${answer.status}`;
      errorsBy[name] = (errorsBy[name] ?? 0) + 1;
    }
  const report: PhaseReport = {
    ...figuresOf(answers),
    perSecond: phase.perSecond,
    kinds: Object.fromEntries(
      ["search", "offer", "apply", "staff"].map((kind) => [
        kind,
        figuresOf(answers.filter((one) => one.kind === kind)),
      ]),
    ),
    seconds: bySecond(answers, phase.seconds),
    errorsBy,
    examples: answers
      .filter((answer) => !isServed(answer) && !isRefused(answer))
      .slice(0, 5)
      .map(({ path, status }) => `${status} ${path}`),
    lateP99: Math.round(late[Math.floor(late.length * 0.99)] ?? 0),
    applications: answers.flatMap(({ kind, status, location }) =>
      kind === "apply" && status === 303 && location !== null ? [location.split("/").at(-1) ?? ""] : [],
    ),
  };
  process.stdout.write(`${JSON.stringify(report)}\n`);
}
process.exit(0);
