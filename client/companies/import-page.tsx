import { Button } from "#client/design/button.tsx";
import { Breadcrumb } from "#client/design/card.tsx";
import { FileField } from "#client/kernel/file-field.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { Ago, sayCount } from "#client/kernel/say.tsx";
import type { CompanyImport } from "#shared/companies/company-import.ts";
import { dayOf } from "#shared/kernel/calendar.ts";
import { importStatusLabels } from "./import-words.ts";

export type ListedImport = Pick<CompanyImport, "id" | "fileName" | "status" | "total" | "createdAt">;

/** Where a list of companies is given. */
export const importPage = ({
  imports,
  today,
  typed,
  errors,
}: FormState & { imports: readonly ListedImport[]; today: string }): Page => ({
  title: "Importer une liste",
  section: "companies",
  robots: "noindex",
  personal: true,
  body: (
    <div class="wrap narrow body stack">
      <Breadcrumb links={[{ href: "/bureau/entreprises", label: "Entreprises" }]} here="Importer une liste" />
      <h1>Importer une liste d’entreprises</h1>
      <p>
        Donnez un fichier Excel (.xlsx) ou CSV. Vous verrez d’abord ce qu’il ferait, ligne par ligne. Rien n’est écrit
        avant votre oui.
      </p>
      <ErrorSummary errors={errors} />
      <Form action="/bureau/entreprises/import" files>
        <FileField
          name="file"
          label="Votre liste"
          hint="Une ligne de titres, puis une entreprise par ligne. Le nom et la commune suffisent ; le SIRET aide."
          accept=".csv,.xlsx,.txt"
          typed={typed}
          errors={errors}
        />
        <Button>Lire la liste</Button>
      </Form>
      {imports.length > 0 && (
        <section class="stack-s">
          <h2 class="h3">Dernières listes</h2>
          <ul class="stack-s">
            {imports.map(({ id, fileName, status, total, createdAt }) => (
              <li key={id} class="breakable">
                <a href={`/bureau/entreprises/import/${id}`}>{fileName}</a>, {sayCount(total, "ligne", "lignes")},{" "}
                {importStatusLabels[status]}{" "}
                <span class="small soft">
                  (<Ago day={dayOf(new Date(createdAt))} today={today} />)
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  ),
});
