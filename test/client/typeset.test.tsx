import type { VNode } from "preact";
import { describe, expect, it } from "vitest";
import { renderPage } from "#client/kernel/layout.tsx";
import { renderMail } from "#client/kernel/mail.tsx";
import { TextArea, TextField } from "#client/kernel/text-fields.tsx";
import { aFrame } from "#test/support/a-frame.ts";

const frame = aFrame();

const typed = 'Qui ? Moi ! « Là » : "20 %" > 12 € ; <b>voilà</b> ?';
const escaped = typed.replace(/"/g, "&quot;").replace(/</g, "&lt;");
const whole =
  "Qui\u00a0? Moi\u00a0! «\u00a0Là\u00a0»\u00a0: &quot;20\u00a0%&quot; > 12\u00a0€\u00a0; &lt;b>voilà&lt;/b>\u00a0?";

const bodyOf = (html: string): string => html.slice(html.indexOf("<main"), html.indexOf("</main>"));

describe("a page keeps together", () => {
  const render = (body: VNode) => bodyOf(renderPage({ title: "Essai", body }, frame));

  it("a sentence and its marks, whoever wrote it", () => {
    expect(render(<p>{typed}</p>)).toContain(`<p>${whole}</p>`);
    expect(render(<p>Tulle · 35 h</p>)).toContain("<p>Tulle\u00a0· 35\u00a0h</p>");
  });

  it.each([
    ["12 offres", "12\u00a0offres"],
    ["avant le 29 nov.", "avant le 29\u00a0nov."],
    ["mardi 1er décembre", "mardi 1er\u00a0décembre"],
    ["de 9 h à 17 h", "de 9\u00a0h à 17\u00a0h"],
    ["à 9 h 15, 12 h 2024", "à 9\u00a0h\u00a015, 12\u00a0h 2024"],
    ["8 CV, table 4 Mme Roux", "8\u00a0CV, table 4 Mme Roux"],
    ["0 800 00 00 19", "0 800 00 00 19"],
  ])("a number and what it counts: %s", (written, kept) => {
    expect(render(<p title={written}>{written}</p>)).toContain(`<p title="${written}">${kept}</p>`);
  });

  it("the marks around a word that is in a box of its own", () => {
    const html = render(
      <p>
        On lit « <b>Tulle</b> », puis <b>Naves</b> ?
      </p>,
    );

    expect(html).toContain("<p>On lit «\u00a0<b>Tulle</b>\u00a0», puis <b>Naves</b>\u00a0?</p>");
  });

  it("its title and what engines show of it", () => {
    const html = renderPage({ title: "Prêt ?", body: <p />, description: "Où ? « Ici »" }, frame);

    expect(html).toContain("<title>Prêt\u00a0? — Élan Emploi</title>");
    expect(html).toContain('content="Où\u00a0? «\u00a0Ici\u00a0»"');
  });

  it("nothing of what comes back: what was typed leaves as it came", () => {
    const state = { typed: { one: typed, many: typed }, errors: {} };
    const html = render(
      <form action={`/la?q=${typed}`}>
        <TextField name="one" label="Un" {...state} />
        <TextArea name="many" label="Deux" {...state} />
        <input type="hidden" name="kept" value={typed} />
      </form>,
    );

    expect(html).toContain(` action="/la?q=${escaped}"`);
    expect(html.split(`value="${escaped}"`)).toHaveLength(3);
    expect(html).toContain(`>${escaped}</textarea>`);
  });

  it("nothing of what machines read", () => {
    const html = renderPage({ title: "Essai", body: <p />, jsonLd: { a: typed, b: [" ?", "« ", "2 offres"] } }, frame);
    const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];

    expect(JSON.parse(json)).toEqual({ a: typed, b: [" ?", "« ", "2 offres"] });
  });

  it("a text of a hundred thousand marks in a time that grows with it, not with its square", () => {
    const spent = (marks: number): number => {
      const body = <p title={" ?".repeat(marks)}>{" ?".repeat(marks)}</p>;
      const before = process.cpuUsage();
      render(body);
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    spent(1_000);

    expect(spent(100_000)).toBeLessThan(2_000_000);
  });
});

describe("a mail keeps together", () => {
  const { subject, html, text } = renderMail(
    {
      subject: "Une question ?",
      why: "Pourquoi : « ceci »",
      blocks: [{ kind: "link", label: "Voir", href: "/o?a=1" }],
    },
    frame,
  );

  it("its subject, its page and its plain text", () => {
    expect(subject).toBe("Une question\u00a0?");
    expect(html).toContain("Pourquoi\u00a0: «\u00a0ceci\u00a0»");
    expect(text).toContain("Pourquoi\u00a0: «\u00a0ceci\u00a0»");
    expect(text).toContain("Voir\u00a0:\nhttps://elan.example/o?a=1");
  });

  it("nothing of its styles", () => {
    expect(/<style>(.*?)<\/style>/.exec(html)?.[1]).not.toMatch(/\u00a0/);
  });
});
