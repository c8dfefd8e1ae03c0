import supertest from "supertest";
import type { House } from "./house.ts";
import { type Person, readPlainly } from "./people.ts";

type Sent = { readonly name?: string; readonly bytes?: Buffer; readonly fields?: Readonly<Record<string, string>> };

/** A form with a file, sent as this person's browser sends it. */
export const uploads = (house: House, path: string, sent: Sent, person?: Person): supertest.Test => {
  const test = supertest(house.app)
    .post(path)
    .set({ "Sec-Fetch-Site": "same-origin", Accept: "text/html" })
    .on("response", readPlainly);
  if (person) test.set("Cookie", person.cookie);
  for (const [name, value] of Object.entries(sent.fields ?? {})) test.field(name, value);
  if (sent.bytes) test.attach("file", sent.bytes, { filename: sent.name ?? "cv.pdf" });
  return test;
};

/** What the page's fields hold, as its next form would send them: hidden ones, texts, chosen boxes and lines. */
export const fieldsOf = (html: string): Record<string, string[]> => {
  const fields: Record<string, string[]> = {};
  const add = (name: string | undefined, value: string): void => {
    if (name) fields[name] = [...(fields[name] ?? []), value];
  };
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const boxed = /type="(?:checkbox|radio)"/.test(tag);
    if (!/type="file"/.test(tag) && (!boxed || /\schecked/.test(tag)))
      add(attribute(tag, "name"), attribute(tag, "value") ?? "");
  }
  for (const [, head = "", body = ""] of html.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const chosen = [...body.matchAll(/<option[^>]*>/g)].find(([tag]) => /\sselected/.test(tag))?.[0] ?? "";
    add(attribute(head, "name"), attribute(chosen, "value") ?? "");
  }
  return fields;
};

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value
    ?.replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, "<")
    .replace(/&amp;/g, "&");
};

/** The words of a page, without its tags. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gs, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
