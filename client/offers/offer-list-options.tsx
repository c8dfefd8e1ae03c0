import type { VNode } from "preact";
import { Select } from "#client/kernel/choice-fields.tsx";
import type { OfferSearch, OfferSort } from "#shared/offers/offer-search.ts";

type OptionsProps = {
  search: OfferSearch;
  place: string | null;
  /** There is something to put in order. */
  sorted: boolean;
};

/** How far, and in which order. */
export const ListOptions = ({ search, place, sorted }: OptionsProps): VNode | null =>
  place === null && !sorted ? null : (
    <div class="row inline">
      {place !== null && (
        <Select
          name="radius"
          label="Rayon"
          choices={radiuses(search.radius).map((km) => ({
            value: String(km),
            label: km === 0 ? "la commune seule" : `${km} km`,
          }))}
          typed={{ radius: String(search.radius ?? "") }}
          errors={{}}
        />
      )}
      {sorted && (
        <Select
          name="sort"
          label="Trier"
          choices={orders(search, place)}
          typed={{ sort: search.sort ? usualSort(search, search.sort) : "" }}
          errors={{}}
        />
      )}
      <noscript>
        <button class="button plain small" type="submit">
          Appliquer
        </button>
      </noscript>
    </div>
  );

const orders = (search: OfferSearch, place: string | null): { value: string; label: string }[] => [
  ...(search.q === null ? [] : [{ value: usualSort(search, "relevance"), label: "les plus proches de la demande" }]),
  { value: usualSort(search, "date"), label: "les plus récentes" },
  ...(place === null ? [] : [{ value: "distance", label: "les plus près" }]),
];

/** The order nobody has to ask for stays out of the address. */
const usualSort = ({ q }: OfferSearch, sort: OfferSort): string =>
  sort === (q === null ? "date" : "relevance") ? "" : sort;

const usual = [0, 5, 10, 20, 40, 80];

/** Any number may be in the address: it is among the choices too. */
const radiuses = (asked: number | null): number[] =>
  [...new Set(asked === null ? usual : [...usual, asked])].sort((one, other) => one - other);
