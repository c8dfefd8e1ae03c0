import type { z } from "zod";

// Stops at the next "<", so that a hostile text is read once, not once per "<".
const tag = /<\/?[a-z!][^<>]*>/i;

/** Refuses markup with `no-html`: what people write is shown as they wrote it, and a tag is never what they meant. */
export const plainText = <Schema extends z.ZodType<string | null>>(schema: Schema): Schema =>
  schema.refine((value) => value === null || !tag.test(value), "no-html");
