import { cpus, loadavg } from "node:os";
import { benchAlerts, benchInstantAlerts } from "./alerts.bench.ts";
import { benchCatcher } from "./catcher.bench.ts";
import { benchCvReading } from "./cv-reading.bench.ts";
import { benchDigests } from "./digests.bench.ts";
import { benchMatching } from "./matching.bench.ts";
import { benchIncremental } from "./matching-incremental.bench.ts";
import { benchProximity } from "./matching-proximity.bench.ts";
import { benchOccupations } from "./occupations.bench.ts";
import { benchPlaces } from "./places.bench.ts";
import { type BenchTable, printTable } from "./print-table.ts";
import { benchSearch } from "./search.bench.ts";
import { benchSite } from "./site.bench.ts";
import { benchSiteSearch } from "./site-search.bench.ts";
import { benchStore } from "./store.bench.ts";
import { benchTimetable } from "./timetable.bench.ts";

const benches: Readonly<Record<string, () => Promise<BenchTable>>> = {
  search: benchSearch,
  matching: benchMatching,
  incremental: benchIncremental,
  proximity: benchProximity,
  alerts: benchAlerts,
  "instant-alerts": benchInstantAlerts,
  catcher: benchCatcher,
  digests: benchDigests,
  timetable: benchTimetable,
  occupations: benchOccupations,
  "cv-reading": benchCvReading,
  places: benchPlaces,
  store: benchStore,
  site: benchSite,
  "site-search": benchSiteSearch,
};

// `npm run bench` runs them all, `npm run bench -- search site` those.
const asked = process.argv.slice(2);
process.stdout.write(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}\n`);
for (const [name, bench] of Object.entries(benches))
  if (asked.length === 0 || asked.includes(name)) printTable(await bench());
process.exit(0);
