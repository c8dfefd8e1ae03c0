import type { VNode } from "preact";
import { Card } from "#client/design/card.tsx";
import type { MyApplication } from "#shared/applications/application-sights.ts";
import type { Day } from "#shared/kernel/calendar.ts";
import { ApplicationTrack, sayDeadline } from "./application-track.tsx";
import { hiddenEmployer } from "./application-words.ts";

/** A few lines for the candidate's home: where each application stands. */
export const MyApplications = ({
  applications,
  today,
}: {
  applications: readonly MyApplication[];
  today: Day;
}): VNode => (
  <section class="stack" aria-labelledby="mes-candidatures">
    <h2 id="mes-candidatures">Où en sont mes candidatures</h2>
    {applications.length === 0 ? (
      <p>
        Aucune candidature pour le moment. <a href="/offres">Choisissez une offre</a> et postulez en une page.
      </p>
    ) : (
      <ul class="stack">
        {applications.map((application) => (
          <MyApplicationCard key={application.id} application={application} today={today} heading="h3" />
        ))}
      </ul>
    )}
    {applications.length > 0 && (
      <p>
        <a href="/mes-candidatures">Toutes mes candidatures</a>
      </p>
    )}
  </section>
);

type CardProps = { application: MyApplication; today: Day; heading: "h2" | "h3" };

export const MyApplicationCard = ({ application, today, heading: Heading }: CardProps): VNode => {
  const deadline = sayDeadline(application, today);
  return (
    <Card as="li">
      <Heading class="h3">
        <a href={`/mes-candidatures/${application.id}`}>{application.offer.title}</a>
      </Heading>
      <p class="meta">
        <span>{application.offer.employer ?? hiddenEmployer}</span>
        <span>{application.offer.communeName}</span>
      </p>
      <ApplicationTrack application={application} />
      {deadline && <p class="small soft">{deadline}</p>}
    </Card>
  );
};
