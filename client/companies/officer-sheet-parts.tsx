import type { VNode } from "preact";
import { Button } from "#client/design/button.tsx";
import { Card, Tag } from "#client/design/card.tsx";
import { Form } from "#client/kernel/form.tsx";
import { sayCount, sayShortDay } from "#client/kernel/say.tsx";
import { DateField, NumberField, OccupationField, TextField } from "#client/kernel/text-fields.tsx";
import { spokenSiret } from "#shared/companies/siret.ts";
import type { SheetProps } from "./officer-sheet-page.tsx";
import { stateOf } from "./sheet-state.ts";

export type Sister = {
  readonly id: string;
  readonly name: string;
  readonly siret: string | null;
  readonly commune: string;
};

/** What it looks for, before any offer is written. */
export const Needs = (props: SheetProps): VNode => {
  const { company, today } = props;
  const open = company.needs.filter(({ metAt }) => metAt === null);
  const typed = stateOf("need", props);
  const state = { ...typed, typed: { people: "1", ...typed.typed } };
  return (
    <Card as="section">
      <h2 class="h3" id="besoins">
        Ses besoins
      </h2>
      {open.length === 0 && <p class="soft">Aucun besoin noté.</p>}
      <ul class="stack-s">
        {open.map(({ id, occupation, people, neededOn, note }) => (
          <li key={id}>
            <Form action={`/bureau/entreprises/${company.id}/besoins/${id}/fini`} class="row spread">
              <span class="breakable">
                <b>{occupation}</b>, {sayCount(people, "personne", "personnes")}{" "}
                {neededOn && <Tag tone={neededOn < today ? "saffron" : "plain"}>{sayShortDay(neededOn)}</Tag>}
                {note && (
                  <>
                    <br />
                    <span class="small soft">{note}</span>
                  </>
                )}
              </span>
              <Button kind="plain" small label={`Terminer le besoin : ${occupation}`}>
                Terminé
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <details class="fold" open={props.again === "need"}>
        <summary>Noter un besoin</summary>
        <Form action={`/bureau/entreprises/${company.id}/besoins`} class="stack-s">
          <OccupationField name="occupation" label="Métier" maxLength={120} {...state} />
          <NumberField name="people" label="Combien de personnes" {...state} />
          <DateField name="neededOn" label="Pour quand" required={false} {...state} />
          <TextField name="note" label="Précision" required={false} maxLength={500} {...state} autocomplete="off" />
          <Button kind="plain">Noter ce besoin</Button>
        </Form>
      </details>
    </Card>
  );
};

/** What was signed with the Département. */
export const Agreements = (props: SheetProps): VNode => {
  const { company, today } = props;
  const state = stateOf("agreement", props);
  return (
    <Card as="section">
      <h2 class="h3" id="accords">
        Accords signés
      </h2>
      {company.agreements.length === 0 && <p class="soft">Aucun accord noté.</p>}
      <ul class="stack-s">
        {company.agreements.map(({ id, title, signedOn, endsOn }) => (
          <li key={id}>
            <Form action={`/bureau/entreprises/${company.id}/accords/${id}/retrait`} class="row spread">
              <span class="breakable">
                {title}
                <br />
                <span class="small soft">
                  signé le {sayShortDay(signedOn)} {signedOn.slice(0, 4)}
                  {endsOn && `, jusqu’au ${sayShortDay(endsOn)} ${endsOn.slice(0, 4)}`}
                </span>{" "}
                {endsOn !== null && endsOn < today && <Tag tone="clay">terminé</Tag>}
              </span>
              <Button kind="link" label={`Retirer l’accord : ${title}`}>
                Retirer
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <details class="fold" open={props.again === "agreement"}>
        <summary>Noter un accord</summary>
        <Form action={`/bureau/entreprises/${company.id}/accords`} class="stack-s">
          <TextField
            name="title"
            label="Accord"
            placeholder="convention d’immersion, charte…"
            maxLength={160}
            {...state}
          />
          <DateField name="signedOn" label="Signé le" {...state} />
          <DateField name="endsOn" label="Jusqu’au" required={false} {...state} />
          <Button kind="plain">Noter cet accord</Button>
        </Form>
      </details>
    </Card>
  );
};

/** Its other places: those of this file, and the files of the same legal person. */
export const Establishments = ({ company, sisters }: SheetProps): VNode | null =>
  company.establishments.length + sisters.length === 0 ? null : (
    <Card as="section">
      <h2 class="h3">Autres établissements</h2>
      <ul class="stack-s">
        {company.establishments.map(({ id, siret, commune, address }) => (
          <li key={id} class="small breakable">
            {[address, commune.name].filter(Boolean).join(", ")}
            <br />
            <span class="num soft">{spokenSiret(siret)}</span>
          </li>
        ))}
        {sisters.map(({ id, name, siret, commune }) => (
          <li key={id} class="small breakable">
            <a href={`/bureau/entreprises/${id}`}>{name}</a>, {commune}
            <br />
            <span class="num soft">{spokenSiret(siret)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
