import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, Facts, Notice } from "#client/design/card.tsx";
import { Details } from "#client/design/details.tsx";
import { Checkboxes } from "#client/kernel/choice-fields.tsx";
import { ErrorSummary, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { EmailField, PhoneField, TextField } from "#client/kernel/text-fields.tsx";
import { isForum } from "#shared/events/forums/forum.ts";
import type { JobDating } from "#shared/events/job-dating.ts";
import { mostWishes } from "#shared/events/job-dating-rules.ts";
import { slotsOf } from "#shared/events/slots.ts";
import { sayWhen, sayWhere } from "./dating-words.ts";
import type { StandShown } from "./forums/forum-facts.ts";
import { StandList } from "./forums/stand-list.tsx";

export type RegistrationWay = "account" | "address" | "staff" | "none";

type Props = FormState & {
  dating: JobDating;
  today: string;
  open: boolean;
  way: RegistrationWay;
  /** Whether this person is registered already. */
  registered: boolean;
  /** At a forum. */
  stands: readonly StandShown[];
};

/** When, where, who comes, and the form: wishes and hours, nothing more for whoever has an account. */
export const datingPage = (props: Props): Page => {
  const { dating, today, open, way, registered, errors, stands } = props;
  return {
    title: dating.title,
    section: "events",
    ...(dating.audience === "invited" ? { robots: "noindex" as const } : {}),
    body: (
      <div class="wrap narrow body stack">
        <Breadcrumb links={[{ href: "/evenements", label: "Événements" }]} here={dating.title} />
        <h1>{dating.title}</h1>
        <ErrorSummary errors={errors} />
        {dating.status === "cancelled" && (
          <Notice kind="wrong">
            <p>Cet événement est annulé.</p>
          </Notice>
        )}
        <Facts
          facts={[
            ["Quand", sayWhen(dating, today)],
            ["Où", sayWhere(dating)],
            ...(isForum(dating)
              ? ([["Comment", "Vous venez quand vous voulez, entre ces heures."]] as const)
              : ([
                  ["Durée d’une rencontre", `${dating.slotMinutes} minutes`],
                  ["Entreprises", dating.companies.map(({ name }) => name).join(", ")],
                ] as const)),
          ]}
        />
        {dating.description !== null && <p class="preline">{dating.description}</p>}
        {registered && (
          <Notice kind="done">
            <p>
              Votre inscription est faite.{" "}
              <a href="/mes-evenements">{isForum(dating) ? "Voir mon code d’entrée" : "Voir mes horaires"}</a>
            </p>
          </Notice>
        )}
        {!(isForum(dating) && registered) && (
          <Registering {...props} open={open && dating.status === "published"} way={way} />
        )}
        {isForum(dating) && <StandList stands={stands} />}
      </div>
    ),
  };
};

const Registering = (props: Props): VNode => {
  const { open, way } = props;
  if (!open)
    return (
      <Notice>
        <p>Les inscriptions sont closes. Appelez-nous : une place se libère parfois.</p>
        <p>
          <ButtonLink href="/evenements" kind="second">
            Voir les autres événements
          </ButtonLink>
        </p>
      </Notice>
    );
  if (way === "none")
    return (
      <Notice>
        <p>Votre compte n’est pas celui d’un candidat. Vous n’avez pas à vous inscrire.</p>
      </Notice>
    );
  return <RegistrationForm {...props} />;
};

const RegistrationForm = ({ dating, way, registered, typed, errors }: Props): VNode => (
  <section class="stack" aria-labelledby="inscription">
    <h2 id="inscription">{way === "staff" ? "Inscrire quelqu’un" : registered ? "Changer mes choix" : "M’inscrire"}</h2>
    <Form action={`/evenements/${dating.id}/${way === "staff" ? "inscrire" : "inscription"}`} warnUnsaved>
      {way !== "account" && <Who staff={way === "staff"} typed={typed} errors={errors} />}
      {!isForum(dating) && <Wishes dating={dating} typed={typed} errors={errors} />}
      <p class="small soft">
        {isForum(dating)
          ? "Votre nom n’est donné à aucun stand. C’est vous qui donnez votre code, si vous le voulez."
          : "Votre prénom et votre nom sont donnés aux entreprises que vous rencontrez, à elles seules."}{" "}
        <a href="/donnees-personnelles">Vos données</a>
      </p>
      <Button>{way === "staff" ? "Inscrire cette personne" : registered ? "Garder ces choix" : "M’inscrire"}</Button>
    </Form>
  </section>
);

const Wishes = ({ dating, typed, errors }: Pick<Props, "dating" | "typed" | "errors">): VNode => (
  <>
    <Checkboxes
      name="wishIds"
      label={`Quelles entreprises, ${mostWishes} au plus ?`}
      hint="Sans choix, le planning choisit pour vous, selon votre profil."
      required={false}
      choices={dating.companies.map(({ companyId, name }) => ({ value: companyId, label: name }))}
      typed={typed}
      errors={errors}
    />
    <Details summary="Je ne peux pas être là tout le temps" open={errors.cannot !== undefined || "cannot" in typed}>
      <Checkboxes
        name="cannot"
        label="Les heures impossibles"
        required={false}
        choices={slotsOf(dating).map(({ index, label }) => ({ value: String(index), label }))}
        typed={typed}
        errors={errors}
      />
    </Details>
  </>
);

const Who = ({ staff, typed, errors }: FormState & { staff: boolean }): VNode => (
  <>
    <TextField name="firstName" label="Prénom" autocomplete="given-name" maxLength={80} typed={typed} errors={errors} />
    <TextField name="lastName" label="Nom" autocomplete="family-name" maxLength={80} typed={typed} errors={errors} />
    <EmailField
      name="email"
      label={staff ? "Adresse mail" : "Votre adresse mail"}
      hint={staff ? "Sans adresse, donnez vous-même le code et les horaires." : "Un mail vous demandera de confirmer."}
      required={!staff}
      maxLength={254}
      typed={typed}
      errors={errors}
    />
    {staff && (
      <PhoneField name="phone" label="Téléphone" required={false} maxLength={30} typed={typed} errors={errors} />
    )}
  </>
);
