import { createHmac, timingSafeEqual } from "node:crypto";

let secret = "";

export const useSecret = (value: string): void => {
  secret = value;
};

/**
 * The unguessable part of a link in a mail: `id.mac`, bound to one purpose. Nothing of it is stored,
 * so a copy of the database opens no link. What it opens is a page with a button; only the POST acts.
 */
export const signLink = (purpose: string, id: string): string => `${id}.${macOf(purpose, id)}`;

/** The id a link was made for, or null when it was forged or made for another purpose. */
export const readLink = (purpose: string, token: string): string | null => {
  const [id = "", mac = ""] = token.split(".");
  const expected = Buffer.from(macOf(purpose, id));
  const given = Buffer.from(mac);
  return expected.length === given.length && timingSafeEqual(expected, given) ? id : null;
};

const macOf = (purpose: string, id: string): string =>
  createHmac("sha256", secret).update(`${purpose}\n${id}`).digest("base64url").slice(0, 32);
