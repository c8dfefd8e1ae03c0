import fc from "fast-check";
import PostalMime from "postal-mime";
import { describe, expect, it } from "vitest";
import { composeMail, parseSender } from "#server/platform/mail/compose-mail.ts";
import { type OutgoingMail, parseMail } from "#server/platform/mail/outgoing-mail.ts";
import { aMail } from "./mail-house.ts";

const sender = parseSender("Élan Emploi <site@elan.invalid>");

const compose = (over: Partial<OutgoingMail> = {}) => {
  const mail = parseMail(aMail(over));
  return composeMail(
    {
      ...mail,
      unsubscribeUrl: mail.unsubscribeUrl ?? null,
      ics: mail.ics ?? null,
      messageId: "a".repeat(24),
      createdAt: new Date("2026-11-22T08:00:00Z"),
    },
    sender,
  );
};

const rawHeaders = (raw: Buffer): string[] => (raw.toString("latin1").split("\r\n\r\n")[0] ?? "").split("\r\n");

/** The reader takes the last break for its own. */
const oneBreak = (text = ""): string => text.replace(/\r\n/g, "\n").replace(/\n+$/, "");

const wordsOf = (content: ArrayBuffer | Uint8Array | string): string =>
  typeof content === "string" ? content : Buffer.from(new Uint8Array(content)).toString("utf8");

const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "\r\n",
        "\n",
        "\r",
        "\0",
        "\u2028",
        "\u2029",
        "\u0085",
        "Bcc: eve@evil.invalid",
        ",",
        "<",
        ">",
        ";",
      ),
      fc.constantFrom(":", '"', "=?utf-8?Q?=0D=0ABcc:_eve@evil.invalid?=", "é", "\ud800", "@", "\v", "\f", "\t"),
      fc.string({ unit: "binary", maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("a mail's headers", () => {
  it("hold no line of an attacker, whatever the subject says", async () => {
    const usual = (await PostalMime.parse(compose().raw)).headers.map(({ key }) => key).sort();

    await fc.assert(
      fc.asyncProperty(nasty, async (subject) => {
        const parsed = await PostalMime.parse(compose({ subject: `Offre ${subject} pour vous` }).raw);

        expect(parsed.headers.map(({ key }) => key).sort()).toEqual(usual);
        expect(parsed.to?.map(({ address }) => address)).toEqual(["lea@example.invalid"]);
        expect(parsed.bcc ?? []).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("go to one plain address, or the mail is refused", () => {
    fc.assert(
      fc.property(fc.tuple(nasty, nasty), ([before, after]) => {
        const to = `${before}lea@example.invalid${after}`;
        let parsed = "";
        try {
          parsed = parseMail(aMail({ to })).to;
        } catch (error) {
          expect(error).toMatchObject({ kind: "invalid", code: "mail-refused" });
        }
        expect(parsed).toMatch(/^$|^[\w.+'%-]+@[\w.-]+$/);
      }),
      { numRuns: 500 },
    );
  });

  it("refuse a line break that came by another door", () => {
    const content = { ...aMail(), messageId: "x", unsubscribeUrl: null, ics: null, createdAt: new Date() };

    const compose = () => composeMail({ ...content, subject: "a\r\nBcc: eve@evil.invalid" }, sender);

    expect(compose).toThrow(expect.objectContaining({ code: "mail-header-refused" }));
  });

  it("say how to stop in one unfolded line each, with one click", () => {
    const unsubscribeUrl = `https://elan.departement-correze.example/desabonner/${"k".repeat(64)}`;

    const lines = rawHeaders(compose({ kind: "alert-digest", unsubscribeUrl }).raw);

    expect(lines).toContain(`List-Unsubscribe: <${unsubscribeUrl}>`);
    expect(lines).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  });

  it("offer no stop for a mail that belongs to a procedure", () => {
    const lines = rawHeaders(compose().raw);

    expect(lines.filter((line) => line.startsWith("List-"))).toEqual([]);
  });

  it("say the subject as it was written, in lines that no relay refuses", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1, maxLength: 150 }), async (words) => {
        const { subject } = parseMail(aMail({ subject: words }));
        const { raw } = compose({ subject: words });

        expect((await PostalMime.parse(raw)).subject ?? "").toBe(subject);
        for (const line of rawHeaders(raw)) expect(line.length).toBeLessThanOrEqual(200);
        expect(raw.every((byte) => byte < 127)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("keep the same Message-ID and date at each try, and the same bytes", () => {
    const [one, two] = [compose(), compose()];

    expect(one.raw.equals(two.raw)).toBe(true);
    expect(rawHeaders(one.raw)).toContain(`Message-ID: <${"a".repeat(24)}@elan.invalid>`);
    expect(rawHeaders(one.raw)).toContain("Date: Sun, 22 Nov 2026 08:00:00 +0000");
  });
});

describe("a mail's body", () => {
  it("arrives as it was written, in lines of 76 letters at most", async () => {
    const hard = fc.constantFrom(
      "\n",
      "\r\n",
      " ",
      "\t",
      " \n",
      "\t\n",
      "=",
      "=\n",
      ".",
      "\n.",
      "é",
      "🙂",
      "--=_",
      "From ",
    );
    const words = fc
      .array(fc.oneof(hard, fc.string({ unit: "grapheme", maxLength: 90 })), { maxLength: 30 })
      .map((parts) => parts.join("").replace(/\r(?!\n)/g, ""));

    await fc.assert(
      fc.asyncProperty(words, words, async (text, page) => {
        const html = `<p>${page}</p>`;
        const { raw } = compose({ text, html });

        const parsed = await PostalMime.parse(raw);
        expect(oneBreak(parsed.text)).toBe(oneBreak(text));
        expect(oneBreak(parsed.html)).toBe(oneBreak(html));
        const body = raw.toString("latin1").split("\r\n\r\n").slice(1).join("\r\n\r\n");
        expect(Math.max(...body.split("\r\n").map(({ length }) => length))).toBeLessThanOrEqual(78);
        expect(body).not.toMatch(/[^\r]\n|[ \t]\r\n/);
      }),
      { numRuns: 300 },
    );
  });

  it("carries the text, the page and the invitation", async () => {
    const ics = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n";

    const parsed = await PostalMime.parse(compose({ ics, text: "Été à Brive", html: "<p>Été à Brive</p>" }).raw);

    expect(parsed.text?.trim()).toBe("Été à Brive");
    expect(parsed.html?.trim()).toBe("<p>Été à Brive</p>");
    const calendars = parsed.attachments.map(({ mimeType, content }) => [mimeType, oneBreak(wordsOf(content))]);
    expect(calendars).toEqual([
      ["text/calendar", oneBreak(ics)],
      ["application/ics", oneBreak(ics)],
    ]);
    expect(parsed.attachments.map(({ method }) => method)).toContain("CANCEL");
    expect(parsed.from).toEqual({ name: "Élan Emploi", address: "site@elan.invalid" });
  });
});
