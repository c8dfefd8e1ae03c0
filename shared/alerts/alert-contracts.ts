import { z } from "zod";
import { roles } from "#shared/kernel/actor.ts";
import { contract } from "#shared/kernel/contract.ts";
import { Id } from "#shared/kernel/ids.ts";
import { choice, email, optionalChoice, optionalEuros } from "#shared/kernel/input.ts";
import { OfferSearch } from "#shared/offers/offer-search.ts";
import { alertFrequencies } from "./alert.ts";

export const alertActs = ["pause", "resume", "frequency", "stop"] as const;
export type AlertAct = (typeof alertActs)[number];

/** The day of a weekly alert, Monday first. */
export const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;
export type Weekday = (typeof weekdays)[number];

/** Days a pause lasts; without one it lasts until the person says so. */
export const pauseDays = ["14", "30"] as const;

const change = {
  act: choice(alertActs),
  frequency: optionalChoice(alertFrequencies),
  weekday: optionalChoice(weekdays),
  pauseFor: optionalChoice(pauseDays),
};
export type AlertChange = z.output<z.ZodObject<typeof change>>;

/** An id and its seal, as the links of our mails have them. */
const token = z.string().regex(/^[0-9a-f]{24}\.[\w-]{32}$/);

const emptyIsAbsent = (typed: unknown): unknown =>
  typeof typed === "string" && typed.trim() === "" ? undefined : typed;

export const alertContracts = {
  newAlertPage: contract({
    method: "get",
    path: "/mes-alertes/nouvelle",
    access: "anyone",
    summary: "A search in words, and how often to write.",
    query: OfferSearch,
    reply: "page",
  }),
  createAlert: contract({
    method: "post",
    path: "/mes-alertes/nouvelle",
    access: "anyone",
    summary: "Save a search as an alert; an address alone is confirmed by mail first.",
    body: OfferSearch.extend({
      frequency: choice(alertFrequencies),
      weekday: optionalChoice(weekdays),
      /** Gross euros a month for a full-time job, at least. */
      payPerMonth: optionalEuros({ max: 2_000_000 }),
      email: z.preprocess(emptyIsAbsent, email().optional()),
    }),
    reply: "page",
  }),
  askedPage: contract({
    method: "get",
    path: "/mes-alertes/a-confirmer",
    access: "anyone",
    summary: "What to do once an alert was asked for with an address alone.",
    reply: "page",
  }),
  myAlertsPage: contract({
    method: "get",
    path: "/mes-alertes",
    access: [...roles],
    summary: "The alerts of whoever is signed in.",
    reply: "page",
  }),
  changeMyAlert: contract({
    method: "post",
    path: "/mes-alertes/:alertId",
    access: [...roles],
    summary: "Pause, resume, slow down or stop an alert of one's own.",
    params: z.object({ alertId: Id }),
    body: z.object(change),
    reply: "page",
  }),
  confirmPage: contract({
    method: "get",
    path: "/alertes/confirmer/:token",
    access: "anyone",
    summary: "The page behind the confirmation mail: a button, nothing more.",
    params: z.object({ token }),
    reply: "page",
  }),
  confirmAlert: contract({
    method: "post",
    path: "/alertes/confirmer/:token",
    access: "anyone",
    summary: "Start an alert whose address is proved.",
    params: z.object({ token }),
    reply: "page",
  }),
  linkPage: contract({
    method: "get",
    path: "/alertes/:token",
    access: "anyone",
    summary: "The alerts of an address, from the link of a mail.",
    params: z.object({ token }),
    reply: "page",
  }),
  changeByLink: contract({
    method: "post",
    path: "/alertes/:token",
    access: "anyone",
    summary: "Pause, resume, slow down or stop an alert from the link of a mail.",
    params: z.object({ token }),
    body: z.object({ alert: Id, ...change }),
    reply: "page",
  }),
  stopAll: contract({
    method: "post",
    path: "/alertes/:token/tout-arreter",
    access: "anyone",
    summary: "Stop every alert of an address from the link of a mail.",
    params: z.object({ token }),
    reply: "page",
  }),
  resumeRhythm: contract({
    method: "post",
    path: "/alertes/:token/rythme",
    access: "anyone",
    summary: "Write again as often as was asked, after mails that nobody seemed to read.",
    params: z.object({ token }),
    reply: "page",
  }),
  unsubscribePage: contract({
    method: "get",
    path: "/alertes/:token/desinscription",
    access: "anyone",
    summary: "Leads a person who opens the one-click address to the page with the buttons.",
    params: z.object({ token }),
    reply: "page",
  }),
  unsubscribe: contract({
    method: "post",
    path: "/alertes/:token/desinscription",
    access: "anyone",
    summary: "One-click unsubscription of mail programmes (RFC 8058): no cookie, no redirect.",
    params: z.object({ token }),
    reply: "page",
    crossSite: true,
  }),
};
