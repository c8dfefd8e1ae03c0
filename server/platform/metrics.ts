import { collectDefaultMetrics, Gauge, Histogram, register } from "prom-client";
import { refusedSettings, settingsByFault } from "./refused-settings.ts";

const answers = new Histogram({
  name: "elan_http_seconds",
  help: "Time to answer, by route and status",
  labelNames: ["method", "route", "status"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
});

export const mailsByState = new Gauge({ name: "elan_dispatches", help: "Mails by state", labelNames: ["state"] });

export const indexDrift = new Gauge({
  name: "elan_index_drift",
  help: "Documents missing, stale or forgotten in a search index when it was last compared with MongoDB",
  labelNames: ["index", "kind"],
});

new Gauge({
  name: "elan_setting_refused",
  help: "1 for each setting that its engine refuses (a password, a key), or whose engine is not there, whichever process met it",
  labelNames: ["setting", "fault"],
  async collect() {
    this.reset();
    for (const { fault } of await refusedSettings()) this.labels(settingsByFault[fault], fault).set(1);
  },
});

let collecting = false;

export const startMetrics = (): void => {
  if (!collecting) collectDefaultMetrics({ prefix: "elan_" });
  collecting = true;
};

type Answered = { method: string; route: string; status: number; seconds: number };

export const countRequest = ({ method, route, status, seconds }: Answered): void =>
  answers.labels(method, route, String(status)).observe(seconds);

/** Prometheus' text format. */
export const metricsText = async (): Promise<string> => register.metrics();
