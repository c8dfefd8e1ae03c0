import { describe, expect, it } from "vitest";
import { failurePage } from "#client/kernel/failure-page.tsx";
import { type Page, renderPage } from "#client/kernel/layout.tsx";
import { navigation } from "#client/kernel/navigation.ts";
import { type Actor, roles, visitor } from "#shared/kernel/actor.ts";
import { aFrame } from "#test/support/a-frame.ts";
import { plainSpaces } from "#test/support/plain-spaces.ts";

const aPage = (overrides: Partial<Page> = {}): Page => ({ title: "Offres", body: <h1>Offres</h1>, ...overrides });

const anActor = (role: Actor["role"]): Actor =>
  role === "visitor"
    ? visitor
    : { role, accountId: "a", firstName: "Lina", lastName: "<Morel>", email: "lina@exemple.fr", companyId: null };

describe.each(["visitor", ...roles] as const)("the frame of a %s", (role) => {
  const html = renderPage(aPage({ section: navigation[role][0]?.section ?? "" }), aFrame({ actor: anActor(role) }));

  it("has the phone number, a way to the content and a voice for what changes", () => {
    expect(html).toContain('href="tel:0800000019"');
    expect(html).toContain('<a class="skip" href="#contenu">');
    expect(html).toContain('aria-live="polite"');
  });

  it("leads where this role may go, says where it is, and keeps four at the bottom of a phone", () => {
    const header = html.slice(html.indexOf('aria-label="Principal"'), html.indexOf("</nav>"));
    const bottom = html.slice(html.indexOf('class="bottom-nav"'));

    for (const { href } of navigation[role]) expect(html).toContain(`href="${href}"`);
    expect(header).toContain('aria-current="page"');
    expect(bottom.match(/<a /g)?.length).toBe(Math.min(4, navigation[role].length));
  });

  it("names at its end, on a narrow screen, the entries that the bar has no room for", () => {
    const [, end = ""] = html.split('<div class="wrap row only-narrow">');
    const row = end.slice(0, end.indexOf("</div>"));

    for (const { href } of navigation[role].slice(4)) expect(row).toContain(`href="${href}"`);
  });

  it("has no inline style or script, which the policy would refuse", () => {
    expect(html).not.toMatch(/ style=/);
    expect(html).not.toMatch(/ on\w+=/);
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
  });

  it("offers to sign in, or out", () => {
    expect(html.includes('action="/deconnexion"')).toBe(role !== "visitor");
    expect(html).not.toContain("<Morel>");
  });
});

describe("a page", () => {
  it("spares the font to who saves data", () => {
    expect(renderPage(aPage(), aFrame())).toContain("/font.css");
    expect(renderPage(aPage(), aFrame({ saveData: true }))).not.toContain("/font.css");
  });

  it("cannot be left by what its data says", () => {
    const html = renderPage(aPage({ jsonLd: { title: "</script><script>alert(1)" } }), aFrame());

    expect(html).not.toContain("</script><script>alert");
    expect(html).toContain("\\u003c/script>");
  });

  it("says what was just done, escaped", () => {
    expect(renderPage(aPage(), aFrame({ notice: "<i>Envoyée.</i>" }))).toContain("&lt;i>Envoyée.&lt;/i>");
  });

  it("admits that accessibility was not audited", () => {
    expect(plainSpaces(renderPage(aPage(), aFrame()))).toContain("Accessibilité : non conforme");
  });
});

describe("a refusal", () => {
  it.each([404, 409, 410, 429, 500, 503])("%d says what to do next", (status) => {
    const page = failurePage({ status, code: "x", sentence: "Voici pourquoi.", requestId: "r-42", backTo: "/retour" });
    const html = renderPage(page, aFrame());

    expect(html).toContain("Voici pourquoi.");
    expect(html).toContain('href="/retour"');
    expect(html).toContain('href="/offres"');
    expect(html).toContain('content="noindex"');
    expect(html.includes("r-42")).toBe(status === 500);
  });
});
