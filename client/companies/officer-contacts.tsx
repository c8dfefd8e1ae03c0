import type { VNode } from "preact";
import { PhoneLink } from "#client/accounts/phone-link.tsx";
import { Button } from "#client/design/button.tsx";
import { Card, Tag } from "#client/design/card.tsx";
import { Checkbox } from "#client/kernel/choice-fields.tsx";
import { Form, type FormState, type Typed } from "#client/kernel/form.tsx";
import { EmailField, PhoneField, TextField } from "#client/kernel/text-fields.tsx";
import type { Company, CompanyContact } from "#shared/companies/company.ts";

type ContactsProps = FormState & {
  company: Company;
  prints: ReadonlyMap<string, string>;
  again: string | null;
  editing: string | null;
};

/** Whom we know there; one form is open at a time. */
export const Contacts = ({ company, prints, again, editing, typed, errors }: ContactsProps): VNode => {
  const state = again === "contact" ? { typed, errors } : null;
  const blank: FormState = { typed: { mayBeCalled: "on" }, errors: {} };
  return (
    <Card as="section">
      <h2 class="h3" id="contacts">
        Contacts
      </h2>
      {company.contacts.length === 0 && <p class="soft">Personne encore.</p>}
      <ul class="stack">
        {company.contacts.map((contact) =>
          contact.id === editing ? (
            <li key={contact.id}>
              <ContactForm
                action={`/bureau/entreprises/${company.id}/contacts/${contact.id}`}
                hidden={{ shown: prints.get(contact.id) ?? "" }}
                words="Enregistrer ce contact"
                state={state ?? { typed: typedOf(contact), errors: {} }}
              />
              <Form action={`/bureau/entreprises/${company.id}/contacts/${contact.id}/retrait`}>
                <Button kind="danger" small label={`Retirer ${contact.name}`}>
                  Retirer
                </Button>
              </Form>
            </li>
          ) : (
            <ContactLines key={contact.id} company={company} contact={contact} />
          ),
        )}
      </ul>
      {editing === "new" || company.contacts.length === 0 ? (
        <ContactForm
          action={`/bureau/entreprises/${company.id}/contacts`}
          hidden={{}}
          words="Ajouter ce contact"
          state={editing === "new" ? (state ?? blank) : blank}
        />
      ) : (
        <p>
          <a href={`/bureau/entreprises/${company.id}?contact=new#contacts`}>Ajouter un contact</a>
        </p>
      )}
    </Card>
  );
};

const ContactLines = ({ company, contact }: { company: Company; contact: CompanyContact }): VNode => (
  <li class="small breakable">
    <b>{contact.name}</b>
    {contact.role && `, ${contact.role}`}
    {contact.phone && (
      <>
        <br />
        <PhoneLink phone={contact.phone} />
      </>
    )}
    {contact.email && (
      <>
        <br />
        <a href={`mailto:${contact.email}`}>{contact.email}</a>
      </>
    )}
    <br />
    {!contact.mayBeCalled && <Tag tone="clay">ne veut pas être appelé</Tag>}{" "}
    <a
      href={`/bureau/entreprises/${company.id}?contact=${contact.id}#contacts`}
      aria-label={`Modifier ${contact.name}`}
    >
      Modifier
    </a>
  </li>
);

const typedOf = ({ name, role, phone, email, mayBeCalled }: CompanyContact): Typed => ({
  name,
  role: role ?? "",
  phone: phone ?? "",
  email: email ?? "",
  mayBeCalled: mayBeCalled ? "on" : "",
});

type FormProps = { action: string; hidden: Record<string, string>; words: string; state: FormState };

const ContactForm = ({ action, hidden, words, state }: FormProps): VNode => (
  <Form action={action} hidden={hidden} class="stack-s">
    <TextField name="name" label="Nom" maxLength={120} {...state} autocomplete="off" />
    <TextField name="role" label="Fonction" required={false} maxLength={120} {...state} autocomplete="off" />
    <PhoneField name="phone" label="Téléphone" required={false} {...state} autocomplete="off" />
    <EmailField name="email" label="Adresse mail" required={false} {...state} autocomplete="off" />
    <Checkbox name="mayBeCalled" label="Accepte d’être appelé" {...state} />
    <Button kind="plain">{words}</Button>
  </Form>
);
