import type { VNode } from "preact";

export type FacetChoice = {
  readonly value: string;
  readonly label: string;
  /** How many results it would leave; null when it is not counted. */
  readonly count: number | null;
  readonly chosen: boolean;
};

export type Facet = {
  /** The field's name in the address. */
  readonly name: string;
  readonly title: string;
  readonly choices: readonly FacetChoice[];
  /** One answer only: "Publiée", "Trier". */
  readonly single?: boolean;
  readonly open?: boolean;
};

type FacetsProps = {
  facets: readonly Facet[];
  /** The button's words: "Voir les 31 offres". */
  show: string;
};

/** Narrows a list, inside its search form: beside the results on a desk, a sheet over them on a phone. */
export const Facets = ({ facets, show }: FacetsProps): VNode | null => {
  if (facets.length === 0) return null;
  const chosen = facets.flatMap(({ choices }) => choices).filter((choice) => choice.chosen).length;
  return (
    <details class="facets" id="preciser">
      <summary>Préciser{chosen > 0 && ` (${chosen})`}</summary>
      <div class="facets-body">
        <p class="h3">Préciser</p>
        {facets.map((facet) => (
          <FacetFold key={facet.name} facet={facet} />
        ))}
        <button class="button second full" type="submit">
          {show}
        </button>
      </div>
    </details>
  );
};

const FacetFold = ({ facet: { name, title, choices, single, open = true } }: { facet: Facet }): VNode => (
  <details class="facet" open={open || choices.some(({ chosen }) => chosen)} id={`preciser-${name}`}>
    <summary>{title}</summary>
    <fieldset>
      <legend class="vh">{title}</legend>
      {choices.map(({ value, label, count, chosen }) => (
        <label key={value}>
          <input
            type={single ? "radio" : "checkbox"}
            id={`preciser-${name}-${value || "tout"}`}
            name={name}
            value={value}
            checked={chosen}
          />
          <span>{label}</span>
          {count !== null && <span class="num">{count}</span>}
        </label>
      ))}
    </fieldset>
  </details>
);

/** What was chosen, each with the address that takes it back. */
export const ChosenFacets = ({
  chosen,
  clear,
}: {
  chosen: readonly { label: string; without: string }[];
  clear: string;
}): VNode | null =>
  chosen.length === 0 ? null : (
    <div class="row chosen">
      {chosen.map(({ label, without }) => (
        <a key={label} class="tag sky" href={without} data-live-link="" aria-label={`Retirer : ${label}`}>
          {label} <span aria-hidden="true">✕</span>
        </a>
      ))}
      <a class="small" href={clear} data-live-link="">
        Tout effacer
      </a>
    </div>
  );
