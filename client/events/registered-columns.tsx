import { MailLink } from "#client/accounts/mail-link.tsx";
import { PhoneLink } from "#client/accounts/phone-link.tsx";
import { Button } from "#client/design/button.tsx";
import type { Column } from "#client/design/table.tsx";
import { Form } from "#client/kernel/form.tsx";
import type { JobDating, Registration } from "#shared/events/job-dating.ts";

/** The people of an event as its officer reads them: who, what this kind of event says of them, how to reach them. */
export const registeredColumns = (
  { id: eventId }: JobDating,
  { live, between }: { readonly live: boolean; readonly between: readonly Column<Registration>[] },
): readonly Column<Registration>[] => [
  { title: "Personne", cell: ({ firstName, lastName }) => <b>{`${firstName} ${lastName}`}</b> },
  { title: "Code", cell: ({ code }) => <span class="letters">{code}</span> },
  ...between,
  {
    title: "Joindre",
    cell: ({ email, phone }) => {
      if (email) return <MailLink email={email} />;
      return phone ? <PhoneLink phone={phone} /> : <span class="soft">à prévenir ici</span>;
    },
  },
  {
    title: "Geste",
    quiet: true,
    cell: ({ id, firstName, lastName }) =>
      live && (
        <Form action={`/bureau/evenements/${eventId}/inscrits/${id}/annulation`} class="inline">
          <Button kind="link" label={`Ne vient plus : ${firstName} ${lastName}`}>
            Ne vient plus
          </Button>
        </Form>
      ),
  },
];
