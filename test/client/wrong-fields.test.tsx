import { describe, expect, it } from "vitest";
import { generalWords } from "#client/kernel/failure-words.ts";
import { ErrorSummary } from "#client/kernel/form.tsx";
import { renderPage } from "#client/kernel/layout.tsx";
import { TextField } from "#client/kernel/text-fields.tsx";
import { aFrame } from "#test/support/a-frame.ts";
import { plainSpaces } from "#test/support/plain-spaces.ts";

const typed = {};
const render = (errors: Record<string, string>) =>
  plainSpaces(
    renderPage(
      {
        title: "Essai",
        body: (
          <form>
            <ErrorSummary errors={errors} />
            <TextField name="day" label="Jour" typed={typed} errors={errors} />
            <TextField name="place" label="Lieu & salle" required={false} typed={typed} errors={errors} />
          </form>
        ),
      },
      aFrame(),
    ),
  );
const missing = generalWords.required ?? "";

describe("the summary of what is wrong", () => {
  it("names each field where its sentence suits any of them", () => {
    const html = render({ day: missing, place: missing });

    expect(html).toContain(`<a href="#champ-day">Jour : ${missing}</a>`);
    expect(html).toContain(`<a href="#champ-place">Lieu &amp; salle : ${missing}</a>`);
  });

  it("leaves a sentence that says which field it means, and one about a field that has no label", () => {
    expect(render({ day: "Ce jour est déjà passé." })).toContain('<a href="#champ-day">Ce jour est déjà passé.</a>');
    expect(render({ other: missing })).toContain(`<a href="#champ-other">${missing}</a>`);
  });
});
