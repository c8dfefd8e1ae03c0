import { ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, EmptyState } from "#client/design/card.tsx";
import { Table } from "#client/design/table.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { Likened, TwinReason } from "#shared/companies/company-likeness.ts";
import { spokenSiret } from "#shared/companies/siret.ts";
import { twinReasons } from "./merge-words.ts";

type Twins = { readonly one: Likened; readonly other: Likened; readonly reason: TwinReason };

/** Files that look like one company, pair by pair. */
export const twinsPage = ({ twins }: { twins: readonly Twins[] }): Page => ({
  title: "Doublons",
  section: "companies",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <Breadcrumb links={[{ href: "/bureau/entreprises", label: "Entreprises" }]} here="Doublons" />
      <h1>Doublons</h1>
      {twins.length === 0 ? (
        <EmptyState title="Aucun doublon">
          <p>
            Deux fiches qui se ressemblent s’affichent ici. <a href="/bureau/entreprises">Revoir tout le réseau</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <p class="soft">
            {sayCount(twins.length, "paire de fiches se ressemble", "paires de fiches se ressemblent")}. Comparez avant
            de décider.
          </p>
          <Table
            caption="Fiches qui se ressemblent"
            rows={twins}
            rowKey={({ one, other }) => one.id + other.id}
            columns={[
              { title: "Une fiche", cell: ({ one }) => <File company={one} /> },
              { title: "L’autre", cell: ({ other }) => <File company={other} /> },
              { title: "Pourquoi", cell: ({ reason }) => twinReasons[reason] },
              {
                title: "Comparer",
                quiet: true,
                cell: ({ one, other }) => (
                  <ButtonLink
                    kind="plain"
                    small
                    href={`/bureau/entreprises/doublons/${one.id}/${other.id}`}
                    label={`Comparer ${one.name} et ${other.name}`}
                  >
                    Comparer
                  </ButtonLink>
                ),
              },
            ]}
          />
        </>
      )}
    </div>
  ),
});

const File = ({ company }: { company: Likened }) => (
  <>
    <b class="breakable">{company.name}</b>
    <br />
    <span class="small soft">
      {company.commune.name} · SIRET <span class="num">{spokenSiret(company.siret)}</span>
    </span>
  </>
);
