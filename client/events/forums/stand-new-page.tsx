import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Breadcrumb, EmptyState } from "#client/design/card.tsx";
import { choicesOf, Radios } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { NumberField, TextField } from "#client/kernel/text-fields.tsx";
import type { Company } from "#shared/companies/company.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import { standKindLabels } from "./forum-words.ts";

type Props = FormState & {
  readonly forum: JobDating;
  readonly q: string;
  readonly companies: readonly Pick<Company, "id" | "name" | "commune">[];
  /** The ids the stand would have: its form sent twice is one stand. */
  readonly newKey: () => string;
};

/** Find a company and add its stand in one press; a body without a file is typed by hand. */
export const standNewPage = (props: Props): Page => {
  const { forum, q, errors } = props;
  return {
    title: `Ajouter un stand, ${forum.title}`,
    section: "events",
    robots: "noindex",
    body: (
      <div class="wrap narrow body stack">
        <Breadcrumb
          links={[
            { href: "/bureau/evenements", label: "Événements" },
            { href: `/bureau/evenements/${forum.id}`, label: forum.title },
          ]}
          here="Ajouter un stand"
        />
        <h1>Ajouter un stand</h1>
        <ErrorSummary errors={errors} />
        <section class="stack-s" aria-labelledby="chercher">
          <h2 id="chercher">Une entreprise du réseau</h2>
          <Form action={`/bureau/forums/${forum.id}/nouveau-stand`} method="get" class="find-stand">
            <TextField name="q" label="Nom de l’entreprise" maxLength={100} typed={{ q }} errors={{}} />
            <Button kind="second">Chercher</Button>
          </Form>
          {q !== "" && <Found {...props} />}
        </section>
        <ByHand {...props} />
      </div>
    ),
  };
};

const Found = ({ forum, companies, newKey }: Props): VNode =>
  companies.length === 0 ? (
    <EmptyState title="Aucune entreprise trouvée">
      <p>Essayez un autre mot du nom, ou écrivez le nom plus bas.</p>
    </EmptyState>
  ) : (
    <ul class="door-list">
      {companies.map(({ id, name, commune }) => (
        <li key={id}>
          <span>
            <b>{name}</b>
            <br />
            <span class="small soft">{commune.name}</span>
          </span>
          <Form
            action={`/bureau/forums/${forum.id}/stands`}
            hidden={{ formKey: newKey(), companyId: id, kind: "company" }}
            class="inline"
          >
            <Button kind="second" small label={`Ajouter le stand : ${name}`}>
              Ajouter le stand
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );

const ByHand = ({ forum, typed, errors, newKey }: Props): VNode => {
  const field = { typed: { kind: "training", ...typed }, errors };
  return (
    <section class="stack-s" aria-labelledby="a-la-main">
      <h2 id="a-la-main">Un autre stand</h2>
      <p class="soft small">Un organisme de formation, un partenaire, ou une entreprise sans fiche.</p>
      <Form action={`/bureau/forums/${forum.id}/stands`} hidden={{ formKey: newKey() }}>
        <TextField name="name" label="Nom du stand" maxLength={120} {...field} />
        <Radios name="kind" label="C’est" choices={choicesOf(standKindLabels)} {...field} />
        <NumberField
          name="number"
          label="Numéro du stand"
          hint="Sans numéro, le suivant est donné."
          required={false}
          {...field}
        />
        <Button>Ajouter ce stand</Button>
      </Form>
    </section>
  );
};
