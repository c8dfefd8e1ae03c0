/** What is counted, in the order of the page. */
export const indicators = [
  "positionings",
  "positionedPeople",
  "submitted",
  "interviews",
  "hires",
  "contractPeople",
  "inPostM6",
  "actions",
  "participations",
  "participants",
  "standContacts",
  "beneficiaries",
  "actionContracts",
  "positiveExits",
  "lastingExits",
  "positiveExitsM6",
  "contacts",
  "companiesContacted",
  "offers",
  "exclusiveOffers",
  "offersFilled",
  "filledByUs",
  "users",
  "recruiters",
  "cvs",
  "applications",
  "alerts",
  "alertMails",
] as const;
export type Indicator = (typeof indicators)[number];

/** Indicators that are read together. */
export const subjects = ["placements", "actions", "network", "offers", "service"] as const;
export type Subject = (typeof subjects)[number];

/** What an indicator may be told apart by: the positionings, or the kind of action. */
export const actionFamilies = ["positionings", "keys", "pass", "workshop", "jobDating", "forum"] as const;
export type ActionFamily = (typeof actionFamilies)[number];

export type IndicatorSpec = {
  readonly subject: Subject;
  /**
   * `count`: one a fact. `sum`: what each fact weighs. `distinct`: each key once in whatever is looked at, so that its
   * months do not add up to its year. `share`: the good ones among all.
   */
  readonly how: "count" | "sum" | "distinct" | "share";
  /** Whether its facts say where they happened. */
  readonly byArea: boolean;
  readonly byAction: boolean;
  /** Whether the desk may open the list behind it. */
  readonly listed: boolean;
  /** Counts people, or what each one did: small numbers stay inside. */
  readonly people: boolean;
  /** Whether it may leave the desk: not when what another figure hides is this one less a third. */
  readonly outside: boolean;
};

const placement = {
  subject: "placements",
  byArea: true,
  byAction: true,
  listed: true,
  people: true,
  outside: true,
} as const;
const action = { subject: "actions", byArea: true, byAction: true, listed: true, people: true, outside: true } as const;
const network = {
  subject: "network",
  byArea: true,
  byAction: false,
  listed: true,
  people: false,
  outside: true,
} as const;
const offer = { subject: "offers", byArea: true, byAction: false, listed: true, people: false, outside: true } as const;
/** People who use the site have no business with the desk: figures, never a list. */
const service = {
  subject: "service",
  byArea: false,
  byAction: false,
  listed: false,
  people: true,
  outside: true,
} as const;

export const indicatorSpecs: Readonly<Record<Indicator, IndicatorSpec>> = {
  positionings: { ...placement, how: "count" },
  positionedPeople: { ...placement, how: "distinct" },
  submitted: { ...placement, how: "count" },
  interviews: { ...placement, how: "count" },
  hires: { ...placement, how: "count" },
  contractPeople: { ...placement, how: "distinct", outside: false },
  inPostM6: { ...placement, how: "share" },
  actions: { ...action, how: "count", people: false },
  participations: { ...action, how: "count" },
  participants: { ...action, how: "distinct" },
  standContacts: { ...action, how: "sum" },
  // Numbers typed for a whole group: nobody's status is known, so there is no list.
  beneficiaries: { ...action, how: "sum", listed: false },
  actionContracts: { ...action, how: "count", outside: false },
  positiveExits: { ...action, how: "share" },
  lastingExits: { ...action, how: "share", outside: false },
  positiveExitsM6: { ...action, how: "share" },
  contacts: { ...network, how: "count" },
  companiesContacted: { ...network, how: "distinct" },
  offers: { ...offer, how: "count" },
  exclusiveOffers: { ...offer, how: "count" },
  offersFilled: { ...offer, how: "count" },
  filledByUs: { ...offer, how: "share" },
  users: { ...service, how: "count" },
  recruiters: { ...service, how: "count" },
  cvs: { ...service, how: "count" },
  applications: { ...service, how: "count" },
  alerts: { ...service, how: "count" },
  alertMails: { ...service, how: "count" },
};
