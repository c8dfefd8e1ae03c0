import type { VNode } from "preact";
import { Breadcrumb, EmptyState } from "#client/design/card.tsx";
import type { Page } from "#client/kernel/layout.tsx";
import { sayCount } from "#client/kernel/say.tsx";
import type { CompanyListQuery } from "#shared/companies/officer-contracts.ts";
import type { Commune } from "#shared/referentials/commune.ts";
import type { Coordinates } from "#shared/referentials/place.ts";
import { NetworkFilters, networkAddress } from "./network-filters.tsx";

type InCommune = {
  readonly commune: Commune;
  readonly names: readonly { readonly id: string; readonly name: string }[];
};

export type MapOfNetwork = {
  readonly total: number;
  readonly communes: readonly InCommune[];
  /** Every commune of the département: what gives the map its shape. */
  readonly ground: readonly Coordinates[];
};

type MapProps = {
  map: MapOfNetwork;
  query: CompanyListQuery;
  sectors: readonly string[];
  areas: readonly { code: string; name: string }[];
};

const named = 6;

/** The network on a map, and the same in words beside it. */
export const networkMapPage = ({ map, query, sectors, areas }: MapProps): Page => ({
  title: "Carte des entreprises",
  section: "companies",
  wide: true,
  robots: "noindex",
  body: (
    <div class="wrap wide body stack">
      <Breadcrumb links={[{ href: "/bureau/entreprises", label: "Entreprises" }]} here="Carte" />
      <h1>Carte des entreprises</h1>
      <NetworkFilters action="/bureau/entreprises/carte" query={query} sectors={sectors} areas={areas} />
      {map.total === 0 ? (
        <EmptyState title="Aucune entreprise ne correspond">
          <p>
            <a href="/bureau/entreprises/carte">Revoir toute la carte</a>
          </p>
        </EmptyState>
      ) : (
        <div class="split">
          <NetworkMap map={map} />
          <div class="stack-s">
            <p class="soft">
              {sayCount(map.total, "entreprise", "entreprises")} dans{" "}
              {sayCount(map.communes.length, "commune", "communes")}
            </p>
            <ul class="stack-s map-list" aria-label="Entreprises par commune">
              {map.communes.map(({ commune, names }) => (
                <li key={commune.code}>
                  <a href={networkAddress("/bureau/entreprises", { ...query, commune: commune.code, page: 1 })}>
                    <b>{commune.name}</b>
                  </a>{" "}
                  <span class="num soft">{names.length}</span>
                  <br />
                  <span class="small breakable">
                    {names.slice(0, named).map(({ id, name }, at) => (
                      <>
                        {at > 0 && ", "}
                        <a href={`/bureau/entreprises/${id}`}>{name}</a>
                      </>
                    ))}
                    {names.length > named && "…"}
                  </span>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </div>
  ),
});

const width = 800;
const margin = 24;

/** Points of the communes for a ground, a circle where there are companies: its area says how many. */
const NetworkMap = ({ map: { communes, ground, total } }: { map: MapOfNetwork }): VNode => {
  const { height, at } = projection([...ground, ...communes.map(({ commune }) => commune)]);
  return (
    <figure>
      <svg
        class="network-map"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Carte : ${sayCount(total, "entreprise", "entreprises")}, la liste par commune est à côté`}
      >
        {ground.map((place) => {
          const { x, y } = at(place);
          return <circle key={`${x} ${y}`} cx={x} cy={y} r={1.8} class="ground" />;
        })}
        {communes.map(({ commune, names }) => {
          const { x, y } = at(commune);
          return (
            <circle key={commune.code} cx={x} cy={y} r={radiusOf(names.length)} class="bubble">
              <title>{`${commune.name} : ${sayCount(names.length, "entreprise", "entreprises")}`}</title>
            </circle>
          );
        })}
        {communes.slice(0, labelled).map(({ commune, names }) => {
          const { x, y } = at(commune);
          return (
            <text key={commune.code} x={x} y={y - radiusOf(names.length) - 4} text-anchor={anchorAt(x)}>
              {commune.name}
            </text>
          );
        })}
      </svg>
    </figure>
  );
};

const labelled = 6;

/** A name near an edge is written inwards. */
const anchorAt = (x: number): "start" | "middle" | "end" =>
  x < width * 0.15 ? "start" : x > width * 0.85 ? "end" : "middle";

const radiusOf = (count: number): number => Math.round(40 + 55 * Math.sqrt(count)) / 10;

/** Flat, as wide as it is at the middle of the land: true enough for one département. */
const projection = (points: readonly Coordinates[]) => {
  const [west, east] = rangeOf(points.map(({ lon }) => lon));
  const [south, north] = rangeOf(points.map(({ lat }) => lat));
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (width - 2 * margin) / Math.max(0.01, (east - west) * narrowing);
  const round = (value: number): number => Math.round(value * 10) / 10;
  return {
    height: Math.ceil((north - south) * scale + 2 * margin),
    at: ({ lat, lon }: Coordinates) => ({
      x: round(margin + (lon - west) * narrowing * scale),
      y: round(margin + (north - lat) * scale),
    }),
  };
};

const rangeOf = (values: readonly number[]): [number, number] => [
  values.reduce((least, value) => Math.min(least, value), 180),
  values.reduce((most, value) => Math.max(most, value), -180),
];
