import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

let secret = "";

export const useSealSecret = (value: string): void => {
  secret = value;
};

/** Encrypts a short text for the database: AES-256-GCM, under a key of its own purpose drawn from SESSION_SECRET. */
export const seal = (purpose: string, text: string): string => {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url");
};

/** The text that was sealed; null when the secret has changed since, or the bytes have. */
export const unseal = (purpose: string, sealed: string): string | null => {
  const bytes = Buffer.from(sealed, "base64url");
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
};

const keyFor = (purpose: string): Buffer => Buffer.from(hkdfSync("sha256", secret, "", `elan-emploi ${purpose}`, 32));
