import type { VNode } from "preact";
import { Icon } from "./icon.tsx";

type SearchBarProps = {
  action: string;
  words: string;
  place: string;
  wordsName?: string;
  placeName?: string;
  raised?: boolean;
};

/** One question, two fields. The same words are understood in one: "aide-soignant Tulle 20 km". */
export const SearchBar = ({
  words,
  place,
  wordsName = "q",
  placeName = "ou",
  raised,
}: Omit<SearchBarProps, "action">): VNode => (
  <div class={raised ? "search raised" : "search"}>
    <div>
      <label for="recherche-mots">Métier ou mot</label>
      <input
        id="recherche-mots"
        name={wordsName}
        value={words}
        placeholder="aide-soignant, maçon, comptable…"
        autocomplete="off"
        data-complete="occupations"
        type="search"
        maxLength={200}
      />
    </div>
    <div>
      <label for="recherche-lieu">Où</label>
      <input
        id="recherche-lieu"
        name={placeName}
        value={place}
        placeholder="une commune"
        autocomplete="off"
        data-complete="places"
        maxLength={100}
      />
    </div>
    <button class="button" type="submit">
      <Icon name="search" /> Chercher
    </button>
  </div>
);
