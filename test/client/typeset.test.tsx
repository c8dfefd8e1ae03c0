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
  "Qui\u202f? Moi\u202f! «\u00a0Là\u00a0»\u00a0: &quot;20\u202f%&quot; > 12\u202f€\u202f; &lt;b>voilà&lt;/b>\u202f?";

const bodyOf = (html: string): string => html.slice(html.indexOf("<main"), html.indexOf("</main>"));

describe("a page keeps together", () => {
  const render = (body: VNode) => bodyOf(renderPage({ title: "Essai", body }, frame));

  it("a sentence and its marks, whoever wrote it", () => {
    expect(render(<p>{typed}</p>)).toContain(`<p>${whole}</p>`);
    expect(render(<p>Tulle · 35 h</p>)).toContain("<p>Tulle\u00a0· 35 h</p>");
  });

  it("the marks around a word that is in a box of its own", () => {
    const html = render(
      <p>
        On lit « <b>Tulle</b> », puis <b>Naves</b> ?
      </p>,
    );

    expect(html).toContain("<p>On lit «\u00a0<b>Tulle</b>\u00a0», puis <b>Naves</b>\u202f?</p>");
  });

  it("its title and what engines show of it", () => {
    const html = renderPage({ title: "Prêt ?", body: <p />, description: "Où ? « Ici »" }, frame);

    expect(html).toContain("<title>Prêt\u202f? — Élan Emploi</title>");
    expect(html).toContain('content="Où\u202f? «\u00a0Ici\u00a0»"');
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
    const html = renderPage({ title: "Essai", body: <p />, jsonLd: { a: typed, b: [" ?", "« "] } }, frame);
    const [, json = ""] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];

    expect(JSON.parse(json)).toEqual({ a: typed, b: [" ?", "« "] });
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
    expect(subject).toBe("Une question\u202f?");
    expect(html).toContain("Pourquoi\u00a0: «\u00a0ceci\u00a0»");
    expect(text).toContain("Pourquoi\u00a0: «\u00a0ceci\u00a0»");
    expect(text).toContain("Voir\u00a0:\nhttps://elan.example/o?a=1");
  });

  it("nothing of its styles", () => {
    expect(/<style>(.*?)<\/style>/.exec(html)?.[1]).not.toMatch(/[\u00a0\u202f]/);
  });
});
