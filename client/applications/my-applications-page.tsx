import { ButtonLink } from "#client/design/button.tsx";
import { EmptyState } from "#client/design/card.tsx";
import { Pagination } from "#client/design/table.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { MyApplication } from "#shared/applications/application-sights.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import { type ListPage, pageCount } from "#shared/kernel/page.ts";
import { MyApplicationCard } from "./my-applications.tsx";

export const myApplicationsPage = ({
  applications,
  today,
}: {
  applications: ListPage<MyApplication>;
  today: Day;
}): Page => ({
  title: "Mes candidatures",
  section: "applications",
  robots: "noindex",
  body: (
    <div class="wrap narrow body stack">
      <h1>Mes candidatures</h1>
      {applications.items.length === 0 ? (
        <EmptyState title="Aucune candidature pour le moment">
          <p>Une offre vous plaît : ouvrez-la, puis postulez en une page. Vous suivez tout ici.</p>
          <p>
            <ButtonLink href="/mes-pistes">Voir les offres pour moi</ButtonLink>
          </p>
        </EmptyState>
      ) : (
        <>
          <p class="soft">{sayCount(applications.total, "candidature envoyée", "candidatures envoyées")}</p>
          <ul class="stack">
            {applications.items.map((application) => (
              <MyApplicationCard key={application.id} application={application} today={today} heading="h2" />
            ))}
          </ul>
        </>
      )}
      <Pagination
        page={applications.page}
        pages={pageCount(applications)}
        href={(page) => `/mes-candidatures?page=${page}`}
      />
    </div>
  ),
});
