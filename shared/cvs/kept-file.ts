import { z } from "zod";
import { Id } from "#shared/kernel/ids.ts";
import { cvFileKinds } from "./cv-file.ts";

/** The file of a CV that its person asked to keep, without its bytes. One a person. */
export const KeptFile = z.object({
  id: Id,
  accountId: Id,
  name: z.string(),
  kind: z.enum(cvFileKinds),
  /** Bytes. */
  size: z.int(),
  keptAt: z.iso.datetime(),
});
export type KeptFile = z.infer<typeof KeptFile>;
