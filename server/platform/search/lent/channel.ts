import { z } from "zod";

/** What the workers ask of the index that the process beside them holds. */
export const Asked = z.object({
  ask: z.number(),
  index: z.string(),
  call: z.enum(["open", "put", "remove", "count"]),
  given: z.array(z.unknown()),
});
export type Asked = z.output<typeof Asked>;

export const Answered = z.object({ ask: z.number(), result: z.unknown(), failed: z.string().optional() });
export type Answered = z.output<typeof Answered>;

/** The line between a process and the one that it started, as Node gives it to each of them. */
export type Channel = {
  readonly send: (message: Asked | Answered) => void;
  readonly hear: (heard: (message: unknown) => void) => void;
};
