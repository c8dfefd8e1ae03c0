import { z } from "zod";

/** A MongoDB ObjectId as 24 lower-case hexadecimal digits. */
export const Id = z.string().regex(/^[0-9a-f]{24}$/, "not-an-id");
export type Id = z.infer<typeof Id>;
