/** What every page and mail says of the site itself. */
export type Site = {
  /** No slash at the end. */
  readonly publicUrl: string;
  readonly phone: string;
  /** The département's code, such as "19". */
  readonly territory: string;
  /** "Corrèze", "en Corrèze". */
  readonly territoryName: string;
  readonly inTerritory: string;
  readonly production: boolean;
};

let current: Site = {
  publicUrl: "http://localhost:3000",
  phone: "0 800 00 00 19",
  territory: "19",
  territoryName: "Corrèze",
  inTerritory: "en Corrèze",
  production: false,
};

export const useSite = (site: Site): void => {
  current = site;
};

export const site = (): Site => current;
