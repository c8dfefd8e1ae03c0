import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { Checkbox, Checkboxes, Radios, Select } from "#client/kernel/choice-fields.tsx";
import { FileField } from "#client/kernel/file-field.tsx";
import { ErrorSummary, Form } from "#client/kernel/form.tsx";
import { CodeField, MoneyField, PasswordField, PlaceField, TextArea, TextField } from "#client/kernel/text-fields.tsx";

const refused = {
  typed: { title: '"><b>Aide', days: ["lun", "ven"], role: "employer", agreed: "on", password: "secret" },
  errors: { title: "C’est trop court.", days: "Choisissez un jour." },
};
const days = ["lun", "mar", "ven"].map((value) => ({ value, label: value }));

describe("a refused field", () => {
  it("is tied to its hint and its error", () => {
    const html = renderToString(<TextField name="title" label="Titre" hint="Deux formes." {...refused} />);

    expect(html).toContain('aria-describedby="champ-title-aide champ-title-erreur"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('<p class="wrong" id="champ-title-erreur">C’est trop court.</p>');
    expect(html).toContain('<label for="champ-title">Titre</label>');
  });

  it("keeps what was typed, escaped", () => {
    const text = renderToString(<TextField name="title" label="Titre" {...refused} />);
    const area = renderToString(<TextArea name="title" label="Titre" {...refused} />);

    expect(text).toContain('value="&quot;>&lt;b>Aide"');
    expect(area).toContain(">&quot;>&lt;b>Aide</textarea>");
  });

  it("is reached from the summary, which takes focus", () => {
    const html = renderToString(<ErrorSummary errors={{ ...refused.errors, form: "Regardez." }} />);

    expect(html).toContain('tabindex="-1"');
    expect(html).toContain('<a href="#champ-title">C’est trop court.</a>');
    expect(html).toContain("<li>Regardez.</li>");
    expect(html).toContain("3 choses à corriger");
  });

  it("shows the group's error in its fieldset", () => {
    const html = renderToString(<Checkboxes name="days" label="Jours" choices={days} {...refused} />);

    expect(html).toContain('id="champ-days"');
    expect(html).toContain("Choisissez un jour.");
    expect(html.match(/checked/g)).toHaveLength(2);
  });
});

describe("a field", () => {
  const fresh = { typed: refused.typed, errors: {} };

  it("says when it may stay empty, and is required otherwise", () => {
    const free = renderToString(<TextField name="a" label="A" required={false} {...fresh} />);
    const due = renderToString(<TextField name="a" label="A" {...fresh} />);

    expect(free).toContain("(facultatif)");
    expect(free).not.toContain(" required");
    expect(due).toContain(" required");
  });

  it("never gives a password back", () => {
    expect(renderToString(<PasswordField name="password" label="Mot de passe" {...fresh} />)).not.toContain("secret");
  });

  it("keeps the choice made", () => {
    const choices = [
      { value: "candidate", label: "Chercher" },
      { value: "employer", label: "Recruter" },
    ];

    expect(renderToString(<Radios name="role" label="Rôle" choices={choices} {...fresh} />)).toMatch(
      /value="employer" checked/,
    );
    expect(renderToString(<Select name="role" label="Rôle" choices={choices} {...fresh} />)).toMatch(
      /<option[^>]*selected[^>]*>Recruter/,
    );
    expect(renderToString(<Checkbox name="agreed" label="Oui" {...fresh} />)).toContain("checked");
  });

  it("asks a phone for the right keyboard", () => {
    expect(renderToString(<CodeField name="code" label="Code" {...fresh} />)).toMatch(
      /inputmode="numeric".*autocomplete="one-time-code"|autocomplete="one-time-code".*inputmode="numeric"/i,
    );
    expect(renderToString(<MoneyField name="pay" label="Salaire" {...fresh} />)).toMatch(/inputmode="decimal"/i);
    expect(renderToString(<PlaceField name="place" label="Commune" {...fresh} />)).toContain('data-complete="places"');
  });
});

it("a form that sends a file says so, and carries its hidden answers", () => {
  const html = renderToString(
    <Form action="/mon-cv" files hidden={{ version: 3, tags: ["a", "b"] }}>
      <FileField name="cv" label="Votre CV" accept=".pdf" typed={{}} errors={{}} />
    </Form>,
  );

  expect(html).toContain('enctype="multipart/form-data"');
  expect(html).toContain('<input type="hidden" name="version" value="3"/>');
  expect(html.match(/name="tags"/g)).toHaveLength(2);
});
