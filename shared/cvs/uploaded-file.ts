import { z } from "zod";
import { Failure } from "#shared/kernel/failure.ts";

/** A file as it was sent. */
export type UploadedFile = { readonly name: string; readonly bytes: Uint8Array };

const isUploaded = (value: unknown): value is UploadedFile =>
  typeof value === "object" && value !== null && "bytes" in value && value.bytes instanceof Uint8Array;

/** Only the server's own reading of a form puts bytes here: no JSON can. A file that could not be received is a Failure. */
export const OptionalUpload = z
  .union([z.custom<UploadedFile>(isUploaded, "unreadable"), z.instanceof(Failure)])
  .optional()
  .catch(undefined);
