import { z } from "zod";
import { job } from "#shared/kernel/job.ts";

/** Moves offers whose last day is past to `expired`. */
export const expireOffersJob = job({
  name: "expire-offers",
  queue: "routine",
  attempts: 3,
  data: z.strictObject({}),
  key: () => "all",
});

/** Tells employers which offers end soon, with one press to keep them. */
export const remindEmployersJob = job({
  name: "remind-employers",
  queue: "routine",
  attempts: 5,
  data: z.strictObject({}),
  key: () => "all",
});
