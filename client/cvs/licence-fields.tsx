import type { VNode } from "preact";
import { Details } from "#client/design/details.tsx";
import { FieldError, type FormState, idOf, typedList } from "#client/kernel/form.tsx";
import { type Licence, licences } from "#shared/referentials/licence.ts";

type Props = FormState & {
  /** Those usually asked in the wanted trades: shown first. */
  usual: readonly Licence[];
  name?: string;
  legend?: string;
  /** By code: the words of a CV that say it. */
  hints?: Readonly<Record<string, VNode>>;
};

/** Licences and diplomas to tick: the usual ones at once, the closed list one press away, by family. */
export const LicenceFields = ({
  usual,
  typed,
  errors,
  name = "licences",
  legend = "Permis, CACES, diplômes du métier",
  hints = {},
}: Props): VNode => {
  const ticked = typedList(typed, name);
  const first = licences.filter((one) => usual.includes(one) || ticked.includes(one.code) || one.code === "permis-b");
  const others = licences.filter((one) => !first.includes(one));
  const families = [...new Set(others.map(({ family }) => family))];
  return (
    <fieldset class="field" id={idOf(name)} tabIndex={-1} data-wrong={errors[name] ? "" : undefined}>
      <legend>
        {legend} <span class="optional">(facultatif)</span>
      </legend>
      <Boxes name={name} list={first} ticked={ticked} hints={hints} />
      <Details summary="Voir tous les permis, CACES et diplômes">
        {families.map((family) => (
          <div key={family}>
            <p class="hint">
              <b>{family}</b>
            </p>
            <Boxes name={name} list={others.filter((one) => one.family === family)} ticked={ticked} hints={hints} />
          </div>
        ))}
      </Details>
      <FieldError name={name} label={legend} typed={typed} errors={errors} />
    </fieldset>
  );
};

type BoxesProps = {
  name: string;
  list: readonly Licence[];
  ticked: readonly string[];
  hints: Readonly<Record<string, VNode>>;
};

const Boxes = ({ name, list, ticked, hints }: BoxesProps): VNode => (
  <div class="choices">
    {list.map(({ code, label }) => (
      <label key={code} class="choice">
        <input type="checkbox" name={name} value={code} checked={ticked.includes(code)} />
        <span>
          {label}
          {hints[code] && <small class="hint">{hints[code]}</small>}
        </span>
      </label>
    ))}
  </div>
);
