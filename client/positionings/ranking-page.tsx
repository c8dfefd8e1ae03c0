import type { VNode } from "preact";
import { Button, ButtonLink } from "#client/design/button.tsx";
import { Breadcrumb, EmptyState } from "#client/design/card.tsx";
import { ErrorSummary, type Errors, Form, type FormState } from "#client/kernel/form.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { plural, sayCount, sayShortDay } from "#client/kernel/say.tsx";
import { StatusTag } from "#client/offers/offer-status.tsx";
import { sayPay, scheduleLabels } from "#client/offers/offer-words.ts";
import type { Offer } from "#shared/offers/offer.ts";
import { isClosed } from "#shared/offers/offer-transitions.ts";
import { type Candidate, Candidates } from "./candidates-table.tsx";
import type { CardFacts, Moment } from "./card-facts.ts";
import { LiveMark, readAgainAt } from "./live-mark.tsx";
import { CompanyPanel, type CompanyPanelFacts, LivePanel, type News } from "./ranking-asides.tsx";
import { ShortList } from "./short-list.tsx";

export type SetAsidePeople = { readonly why: string; readonly names: readonly string[]; readonly count: number };

export type RankingFacts = {
  readonly offer: Offer;
  readonly recordedBy: string | null;
  readonly open: boolean;
  readonly total: number;
  readonly weightsVersion: number;
  readonly candidates: readonly Candidate[];
  /** The address that shows more of them; null when all are here. */
  readonly more: string | null;
  /** "Écartées par une condition : …"; null when nobody is. */
  readonly setAsideWords: string | null;
  readonly setAside: readonly SetAsidePeople[] | null;
  readonly shortList: readonly CardFacts[];
  readonly company: CompanyPanelFacts;
  readonly news: readonly News[];
  readonly strongWaiting: number;
  readonly at: Moment;
};

/** Who fits an exclusive offer, why, and who is free; then where those proposed stand. */
export const rankingPage = (facts: RankingFacts & FormState): Page => ({
  title: `${facts.offer.title}, ${facts.offer.companyName}`,
  section: "exclusive",
  wide: true,
  robots: "noindex",
  scripts: ["desk"],
  body: (
    <div class="wrap wide body stack" {...readAgainAt(`/bureau/offres-exclusives/${facts.offer.id}`, facts.errors)}>
      <div class="row spread">
        <Breadcrumb
          links={[{ href: "/bureau/offres-exclusives", label: "Offres exclusives" }]}
          here={facts.offer.companyName}
        />
        <LiveMark />
      </div>
      <ErrorSummary errors={sayNobodyTicked(facts.errors)} />
      <Form action={`/bureau/offres-exclusives/${facts.offer.id}/propositions`} class="stack-l">
        <Heading {...facts} />
        <div class="split thin">
          <Ranking {...facts} />
          <aside class="stack">
            <LivePanel news={facts.news} at={facts.at} />
            <CompanyPanel company={facts.company} at={facts.at} />
          </aside>
        </div>
      </Form>
      <ShortList offer={facts.offer} open={facts.open} cards={facts.shortList} typed={facts.typed} at={facts.at} />
      {facts.strongWaiting > 0 && (
        <Form action={`/bureau/offres-exclusives/${facts.offer.id}/profils-vus`} class="row">
          <Button kind="plain" small>
            Retirer les nouveaux profils de ma liste du jour
          </Button>
        </Form>
      )}
    </div>
  ),
});

/** A list that came back empty has no field to point at. */
const sayNobodyTicked = (errors: Errors): Errors =>
  "cvIds" in errors || "positioningIds" in errors ? { form: "Cochez au moins une personne." } : errors;

const Heading = ({ offer, open, recordedBy, candidates }: RankingFacts): VNode => (
  <div class="row spread">
    <div class="stack-s">
      <h1>{offer.title}</h1>
      <p class="soft">{summaryOf(offer, recordedBy)}</p>
      {!open && (
        <p>
          <StatusTag status={offer.status} />
        </p>
      )}
    </div>
    <div class="row">
      {open && candidates.some(({ situation }) => situation.kind !== "here") && (
        <Button>
          <span
            data-count="cvIds"
            data-none="Proposer aux personnes cochées"
            data-one="Proposer à la personne cochée"
            data-many="Proposer aux {n} cochés"
          >
            Proposer aux personnes cochées
          </span>
        </Button>
      )}
      {!isClosed(offer.status) && (
        <ButtonLink kind="plain" href={`/bureau/offres-exclusives/${offer.id}/modifier`}>
          Modifier ou clore
        </ButtonLink>
      )}
    </div>
  </div>
);

const summaryOf = (offer: Offer, recordedBy: string | null): string =>
  [
    "Exclusive",
    sayCount(offer.posts, "poste", "postes"),
    offer.commune.name,
    sayPay(offer.pay),
    ...offer.schedules.map((schedule) => scheduleLabels[schedule].toLowerCase()),
    offer.request && `recueillie le ${sayShortDay(offer.request.on)}${recordedBy ? ` par ${recordedBy}` : ""}`,
  ]
    .filter(Boolean)
    .join(" · ");

const Ranking = (facts: RankingFacts): VNode => {
  const { total, weightsVersion, candidates, more, open } = facts;
  return (
    <section class="card stack" data-desk-region="ranking">
      <div class="row spread">
        <h2 class="h3" data-desk-news="">
          {total === 0
            ? "Personne ne convient pour le moment"
            : `${sayCount(total, "personne peut", "personnes peuvent")} convenir`}
        </h2>
        <span class="small soft">
          classées par leurs raisons,{" "}
          <a href="/comment-marche-le-rapprochement">voir les règles (version {weightsVersion})</a>
        </span>
      </div>
      {candidates.length === 0 ? <Nobody /> : <Candidates candidates={candidates} open={open} />}
      {more && (
        <p>
          <a href={more}>Voir plus de personnes</a>
        </p>
      )}
      <SetAside {...facts} />
    </section>
  );
};

const Nobody = (): VNode => (
  <EmptyState title="Aucun CV ne remplit les conditions">
    <p>Cette page se met à jour seule quand un CV arrive. Une condition de moins peut aussi ouvrir l’offre.</p>
  </EmptyState>
);

const SetAside = ({ offer, setAsideWords, setAside }: RankingFacts): VNode | null => {
  if (setAsideWords === null) return null;
  if (setAside === null)
    return (
      <p class="small soft" id="ecartes">
        {setAsideWords} <a href={`/bureau/offres-exclusives/${offer.id}?ecartes=oui#ecartes`}>Les voir</a>
      </p>
    );
  return (
    <div class="stack-s" id="ecartes">
      <p class="small soft">
        {setAsideWords} <a href={`/bureau/offres-exclusives/${offer.id}`}>Les cacher</a>
      </p>
      {setAside.map(({ why, names, count }) => (
        <p key={why} class="small">
          <b>{why} :</b> {names.join(", ")}
          {count > names.length && ` et ${count - names.length} ${plural(count - names.length, "autre", "autres")}`}
        </p>
      ))}
    </div>
  );
};
