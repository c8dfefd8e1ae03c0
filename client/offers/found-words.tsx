import type { VNode } from "preact";
import type { PublicOffer } from "#shared/offers/public-offer.ts";
import { excerptFound, markFound, type Stretch } from "#shared/referentials/mark-found.ts";
import { sayEmployer } from "./offer-words.ts";

type Looked = { readonly stems: ReadonlySet<string> };

/** A text with the words that were looked for marked in it. */
export const Found = ({ text, stems }: Looked & { text: string }): VNode => (
  <Stretches stretches={markFound(text, stems)} />
);

/** Why an offer is there when neither its title nor its employer nor its place says it: the words around the word. */
export const FoundInside = ({ offer, stems }: Looked & { offer: PublicOffer }): VNode | null => {
  const shown = `${offer.title} ${sayEmployer(offer)} ${offer.commune.name}`;
  if (stems.size === 0 || markFound(shown, stems).some(({ found }) => found)) return null;
  const excerpt = excerptFound(offer.description, stems);
  return (
    excerpt && (
      <p class="soft">
        <Stretches stretches={excerpt} />
      </p>
    )
  );
};

const Stretches = ({ stretches }: { stretches: readonly Stretch[] }): VNode => (
  <>{stretches.map(({ text, found }, place) => (found ? <mark key={place}>{text}</mark> : text))}</>
);
