import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { MailContent } from "./compose-mail.ts";
import type { BeforeText, ComposedMail, HandOver } from "./hand-over.ts";

/** What the development page shows of one mail. */
export const KeptMail = z.object({
  id: z.string(),
  at: z.string(),
  to: z.string(),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  headers: z.record(z.string(), z.string()),
  ics: z.string().nullable(),
});
export type KeptMail = z.infer<typeof KeptMail>;

type Leaving = { readonly mail: ComposedMail; readonly content: MailContent; readonly at: Date };

/** Where mails go when no relay is configured: one `.eml` each, and beside it the `.json` that the page shows. */
export const openMailFolder = async (folder: string) => {
  await mkdir(folder, { recursive: true });
  return {
    give: async ({ mail, content, at }: Leaving, beforeText: BeforeText): Promise<HandOver> => {
      try {
        await beforeText();
        // Named by its dispatch, so that a second try replaces the first instead of doubling it.
        await put(join(folder, `${mail.id}.json`), JSON.stringify(kept({ mail, content, at })));
        await put(join(folder, `${mail.id}.eml`), mail.raw);
        return { result: "accepted" };
      } catch (error) {
        return { result: "refused-for-now", why: `folder: ${error instanceof Error ? error.name : "unknown"}` };
      }
    },
    list: async (): Promise<readonly KeptMail[]> => {
      const names = (await readdir(folder)).filter((name) => name.endsWith(".eml"));
      const newest = await newestFirst(folder, names);
      const mails = await Promise.all(newest.slice(0, listed).map((name) => read(folder, name.slice(0, -4))));
      return mails.filter((mail) => mail !== null).sort((one, other) => other.at.localeCompare(one.at));
    },
    read: (id: string): Promise<KeptMail | null> => read(folder, id),
    /** Removes the mails that are so. */
    forget: async (goes: (mail: KeptMail) => boolean): Promise<void> => {
      const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
      for (const name of names) {
        const id = name.slice(0, -5);
        const mail = await read(folder, id);
        if (mail === null || !goes(mail)) continue;
        await Promise.all([rm(join(folder, `${id}.eml`), { force: true }), rm(join(folder, name), { force: true })]);
      }
    },
  };
};
export type MailFolder = Awaited<ReturnType<typeof openMailFolder>>;

const listed = 200;

/** A reader sees the whole file or none, and a crash leaves no half of one. */
const put = async (path: string, content: string | Buffer): Promise<void> => {
  const beside = `${path}.${process.pid}.tmp`;
  await writeFile(beside, content, { mode: 0o600 });
  await rename(beside, path);
};

const kept = ({ mail, content, at }: Leaving): KeptMail => ({
  id: mail.id,
  at: at.toISOString(),
  to: content.to,
  subject: content.subject,
  html: content.html,
  text: content.text,
  headers: headersOf(mail.raw),
  ics: content.ics,
});

const headersOf = (raw: Buffer): Record<string, string> => {
  const head = raw.toString("utf8").split("\r\n\r\n", 1)[0] ?? "";
  const lines = head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
  return Object.fromEntries(lines.map((line) => [line.split(":", 1)[0] ?? "", line.replace(/^[^:]*:\s*/, "")]));
};

const newestFirst = async (folder: string, names: readonly string[]): Promise<readonly string[]> => {
  const dated = await Promise.all(names.map(async (name) => ({ name, at: (await stat(join(folder, name))).mtimeMs })));
  return dated.sort((one, other) => other.at - one.at).map(({ name }) => name);
};

const read = async (folder: string, id: string): Promise<KeptMail | null> => {
  if (!/^[0-9a-f]{24}$/.test(id)) return null;
  try {
    return KeptMail.parse(JSON.parse(await readFile(join(folder, `${id}.json`), "utf8")));
  } catch {
    return null;
  }
};
