import { describe, expect, it } from "vitest";
import { type Mail, renderMail } from "#client/kernel/mail.tsx";
import { plainSpaces } from "#test/support/plain-spaces.ts";

const frame = { publicUrl: "https://elan.example", phone: "0 800 00 00 19", territoryName: "Corrèze" };

const mail: Mail = {
  subject: "Une offre\npour <vous>",
  why: "Vous avez demandé les nouvelles offres d’aide-soignant.",
  blocks: [
    { kind: "heading", text: "Une offre" },
    { kind: "text", text: "Elle est à <Naves>." },
    { kind: "code", code: "123456" },
    { kind: "button", label: "Voir l’offre", href: "/offres/1" },
    { kind: "list", items: ["de nuit", "35 h"] },
    { kind: "quote", from: "Nadège Roux", text: "Bonjour,\nà jeudi." },
    { kind: "offer", title: "Aide-soignant", href: "/offres/2", lines: ["2 140 €"], reasons: ["4 km"] },
  ],
  manage: [{ label: "Ne plus recevoir ces mails", href: "/arret/abc" }],
};

describe("a mail", () => {
  const { subject, html, text } = renderMail(mail, frame);

  it("begins with why the person gets it", () => {
    expect(text.startsWith(mail.why)).toBe(true);
    expect(html.indexOf(mail.why)).toBeLessThan(html.indexOf("Naves"));
  });

  it("says the same in plain text as in HTML", () => {
    for (const said of ["123456", "Voir l’offre", "35 h", "Nadège Roux", "à jeudi.", "2 140 €", "4 km", frame.phone]) {
      expect(plainSpaces(html)).toContain(said);
      expect(plainSpaces(text)).toContain(said);
    }
    for (const address of ["/offres/1", "/offres/2", "/arret/abc"]) {
      expect(html).toContain(`href="${frame.publicUrl}${address}"`);
      expect(text).toContain(`${frame.publicUrl}${address}`);
    }
  });

  it("keeps people's words as words", () => {
    expect(html).toContain("&lt;Naves>");
    expect(subject).not.toContain("\n");
  });

  it("is readable without pictures, and in the dark", () => {
    expect(html).not.toContain("<img");
    expect(html).toContain("prefers-color-scheme: dark");
  });
});
