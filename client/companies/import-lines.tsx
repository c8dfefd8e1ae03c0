import type { VNode } from "preact";
import { Details } from "#client/design/details.tsx";
import { type Column, Table } from "#client/design/table.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { CompanyImport, LineOutcome, ReportLine } from "#shared/companies/company-import.ts";
import { fieldLabels, remarkWords } from "./import-words.ts";

type LinesProps = { readonly list: CompanyImport; readonly lines: readonly ReportLine[] };

const mostShown = 300;

/** Lines to look at first, then the others. */
export const ImportLines = ({ list, lines }: LinesProps): VNode | null => {
  if (lines.length === 0) return null;
  const odd = lines.filter(({ remarks }) => remarks.length > 0);
  const plain = lines.filter(({ remarks }) => remarks.length === 0);
  const columns = columnsOf(list.status === "read" ? "will" : "did");
  return (
    <>
      {odd.length > 0 && (
        <section class="stack-s">
          <h2 class="h3">À regarder : {sayCount(odd.length, "ligne", "lignes")}</h2>
          <Table
            caption="Lignes à regarder"
            columns={columns}
            rows={odd.slice(0, mostShown)}
            rowKey={({ line }) => String(line)}
          />
          {odd.length > mostShown && <p class="soft">Les {mostShown} premières sont montrées.</p>}
        </section>
      )}
      {plain.length > 0 && (
        <Details
          summary={`Sans remarque : ${sayCount(plain.length, "ligne", "lignes")}`}
          open={odd.length === 0 && plain.length <= 50}
        >
          <Table
            caption="Lignes sans remarque"
            columns={columns}
            rows={plain.slice(0, mostShown)}
            rowKey={({ line }) => String(line)}
          />
          {plain.length > mostShown && <p class="soft">Les {mostShown} premières sont montrées.</p>}
        </Details>
      )}
    </>
  );
};

const columnsOf = (when: "will" | "did"): readonly Column<ReportLine>[] => [
  { title: "Ligne", cell: ({ line }) => line, number: true },
  {
    title: "Entreprise",
    cell: ({ name, companyId }) =>
      companyId ? <a href={`/bureau/entreprises/${companyId}`}>{name}</a> : name || <span class="soft">sans nom</span>,
  },
  { title: "Ce qui se passe", cell: ({ outcome }) => outcomeWords[outcome][when] },
  {
    title: "Remarques",
    cell: ({ remarks }) => (
      <ul>
        {remarks.map(({ field, code, typed }) => (
          <li key={field}>
            {remarkWords[`${field} ${code}`] ?? fieldLabels[field]}
            {typed && ` : « ${typed} »`}
          </li>
        ))}
      </ul>
    ),
  },
];

const outcomeWords: Record<LineOutcome, { will: string; did: string }> = {
  created: { will: "sera ajoutée", did: "ajoutée" },
  completed: { will: "sera complétée", did: "complétée" },
  same: { will: "ne change pas", did: "n’a pas changé" },
  left: { will: "reste de côté", did: "restée de côté" },
};
