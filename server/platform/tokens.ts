import { createHash, randomBytes, randomInt } from "node:crypto";

/** 256 random bits, safe in an address or a cookie. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is stored of a token: a copy of the database holds no usable one. */
export const hashToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Six digits, as typed from a mail. */
export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, "0");
