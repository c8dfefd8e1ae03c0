import { z } from "zod";

/** A commune as a document embeds it: what a page needs to name it and a search to measure from it. */
export const Commune = z.object({
  /** INSEE code, "19272" for Tulle. */
  code: z.string(),
  name: z.string(),
  postcode: z.string(),
  lat: z.number(),
  lon: z.number(),
});
export type Commune = z.infer<typeof Commune>;
