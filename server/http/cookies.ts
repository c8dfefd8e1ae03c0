import type { Request, Response } from "express";

// The __Host- prefix binds a cookie to this host over a secure channel; browsers count http://localhost as one.
export const sessionCookie = "__Host-elan";
const noticeCookie = "__Host-elan-dit";

export const readCookie = (request: Request, name: string): string | null => readToken(request.headers.cookie, name);

/** The value of one cookie in a Cookie header, or null. */
export const readToken = (header: string | undefined, name: string): string | null => {
  for (const pair of (header ?? "").split(";")) {
    const [key, value] = pair.trim().split("=");
    if (key === name && value) return safeDecode(value);
  }
  return null;
};

const safeDecode = (value: string): string | null => {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
};

const attributes = { httpOnly: true, secure: true, sameSite: "lax", path: "/" } as const;

export const setSessionCookie = (response: Response, token: string): void => {
  response.cookie(sessionCookie, token, attributes);
};

export const clearSessionCookie = (response: Response): void => {
  response.clearCookie(sessionCookie, attributes);
  response.setHeader("Clear-Site-Data", '"cache", "storage"');
};

/** A sentence for the next page this browser opens: it says what was just done. */
export const setNotice = (response: Response, sentence: string): void => {
  response.cookie(noticeCookie, sentence, { ...attributes, maxAge: 60_000 });
};

export const hasNotice = (request: Request): boolean => readCookie(request, noticeCookie) !== null;

export const takeNotice = (request: Request, response: Response): string | null => {
  const sentence = readCookie(request, noticeCookie);
  if (sentence !== null) response.clearCookie(noticeCookie, attributes);
  return sentence?.slice(0, 300) ?? null;
};
