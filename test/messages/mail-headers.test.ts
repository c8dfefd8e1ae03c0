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
    const usual = (await PostalMime.parse((await compose()).raw)).headers.map(({ key }) => key).sort();

    await fc.assert(
      fc.asyncProperty(nasty, async (subject) => {
        const parsed = await PostalMime.parse((await compose({ subject: `Offre ${subject} pour vous` })).raw);

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

  it("refuse a line break that came by another door", async () => {
    const content = { ...aMail(), messageId: "x", unsubscribeUrl: null, ics: null, createdAt: new Date() };

    await expect(composeMail({ ...content, subject: "a\r\nBcc: eve@evil.invalid" }, sender)).rejects.toMatchObject({
      code: "mail-header-refused",
    });
  });

  it("say how to stop in one unfolded line each, with one click", async () => {
    const unsubscribeUrl = `https://elan.departement-correze.example/desabonner/${"k".repeat(64)}`;

    const lines = rawHeaders((await compose({ kind: "alert-digest", unsubscribeUrl })).raw);

    expect(lines).toContain(`List-Unsubscribe: <${unsubscribeUrl}>`);
    expect(lines).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  });

  it("offer no stop for a mail that belongs to a procedure", async () => {
    const lines = rawHeaders((await compose()).raw);

    expect(lines.filter((line) => line.startsWith("List-"))).toEqual([]);
  });

  it("keep the same Message-ID and date at each try", async () => {
    const [one, two] = await Promise.all([compose(), compose()]);

    const stable = (raw: Buffer) => rawHeaders(raw).filter((line) => /^(Message-ID|Date):/i.test(line));
    expect(stable(one.raw)).toEqual(stable(two.raw));
    expect(stable(one.raw)).toContain(`Message-ID: <${"a".repeat(24)}@elan.invalid>`);
  });
});

describe("a mail's body", () => {
  it("carries the text, the page and the invitation", async () => {
    const ics = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";

    const parsed = await PostalMime.parse(
      (await compose({ ics, text: "Été à Brive", html: "<p>Été à Brive</p>" })).raw,
    );

    expect(parsed.text?.trim()).toBe("Été à Brive");
    expect(parsed.html?.trim()).toBe("<p>Été à Brive</p>");
    expect(parsed.attachments.some(({ mimeType }) => /calendar|ics/.test(mimeType))).toBe(true);
    expect(parsed.from).toEqual({ name: "Élan Emploi", address: "site@elan.invalid" });
  });
});
