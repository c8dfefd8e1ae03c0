import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ActionModel, ParticipationModel } from "#server/events/actions/action-model.ts";
import { setClock } from "#server/platform/clock.ts";
import { readSheet } from "#server/platform/sheets/read-sheet.ts";
import { workbookOf } from "#server/platform/sheets/write-xlsx.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { indicators } from "#shared/statistics/indicators.ts";
import { anAction, aParticipation } from "#test/events/an-action.ts";
import { aPositioning } from "#test/positionings/a-positioning.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { keep } from "#test/support/open-store.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";
import { freshId, givenOffer } from "./given-world.ts";

let house: House;
let officer: Person;
beforeAll(async () => {
  house = await openHouse();
  setClock(new Date("2026-11-22T09:00:00Z"));
  officer = await givenPerson({ role: "officer" });
  const offerId = await givenOffer({
    exclusive: true,
    publishedAt: "2026-08-01T08:00:00.000Z",
    title: "Veilleur fictif",
  });
  // Third quarter: six proposals in July, two in August, none in September.
  for (const day of ["07-02", "07-03", "07-04", "07-05", "07-06", "07-07", "08-11", "08-12"]) {
    const at = `2026-${day}T08:00:00.000Z`;
    const person = await givenPerson({ firstName: "Camille", lastName: `Canari${day}` });
    const steps = [{ status: "proposed" as const, at, by: null, note: null }];
    const card = { ...aPositioning("proposed"), id: freshId(), accountId: person.id, offerId, steps };
    await keep(PositioningModel, { ...card, createdAt: at, updatedAt: at } as { id: string });
  }
});
afterAll(() => house.close());

const read = async (path: string, as = officer): Promise<string> => (await asks(house, as).get(path)).text;
const rowsOf = async (path: string): Promise<string[][]> => {
  const { body, text } = await asks(house, officer)
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => done(null, Buffer.concat(chunks)));
    });
  return readSheet(Buffer.isBuffer(body) ? body : Buffer.from(text));
};

describe("the page of figures", { timeout: 60_000 }, () => {
  it("shows each one with what it counts, and leads to its table and its list", async () => {
    const page = await read("/bureau/bilans?periode=dates&du=2026-07-01&au=2026-08-31");

    for (const indicator of indicators) expect(page).toContain(`/bureau/bilans/${indicator}?`);
    expect(page).toContain("du 1er juillet 2026 au 31 août 2026");
    expect(page).toContain("Positionnements, mois par mois");
  });

  it("gives the list behind a figure: first name and initial, and the card", async () => {
    const page = await read("/bureau/bilans/positionings?periode=dates&du=2026-08-01&au=2026-08-31");

    expect(page.match(/href="\/bureau\/positionnements\/[0-9a-f]{24}"/g)).toHaveLength(2);
    expect(page).toContain("Camille C.");
    expect(page).not.toContain("Canari");
    expect(page).toContain("Veilleur fictif");
  });

  it("lists nobody for the use of the site, nor for the RSA", async () => {
    for (const indicator of ["users", "beneficiaries"])
      expect(await read(`/bureau/bilans/${indicator}?periode=annee`)).toContain("Il n’y a pas de liste");
  });

  it("says what it shows when what was asked cannot be read", async () => {
    const page = await read("/bureau/bilans?periode=hier&du=32&territoire=zones:0000&action=rien&page=-1");

    expect(page).toContain("du 1er janvier 2026 au 22 novembre 2026, tout le territoire");
    expect((await asks(house, officer).get("/bureau/bilans/salaires")).status).toBe(404);
  });

  it.each(["candidate", "employer", "counsellor", "phoneAgent"] as const)("is not there for %s", async (role) => {
    const other = await givenPerson({ role });
    const paths = ["", ".csv", ".xlsx", "/rapport", "/diffusion", "/diffusion.csv", "/diffusion.xlsx", "/hires"];
    const answers = await Promise.all(paths.map((path) => asks(house, other).get(`/bureau/bilans${path}`)));

    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
  });
});

describe("the files", { timeout: 60_000 }, () => {
  it("hold the same figures as the page, as a workbook and as CSV", async () => {
    const asked = "?periode=dates&du=2026-07-01&au=2026-08-31";
    const workbook = await rowsOf(`/bureau/bilans.xlsx${asked}`);
    const csv = await rowsOf(`/bureau/bilans.csv${asked}`);

    expect(workbook.find(([name]) => name === "Positionnements")?.slice(0, 4)).toEqual([
      "Positionnements",
      "nombre",
      "8",
      "0",
    ]);
    expect(csv.find(([sheet, name]) => sheet === "Chiffres" && name === "Positionnements")?.[3]).toBe("8");
    const heads = csv.find(([sheet]) => sheet === "Par mois") ?? [];
    const months = csv.find(([sheet, name]) => sheet === "Par mois" && name === "Positionnements") ?? [];
    expect(months[heads.indexOf("juillet 2026")]).toBe("6");
    expect(months[heads.indexOf("août 2026")]).toBe("2");
  });

  it("never hold a formula", async () => {
    const rows = await readSheet(
      workbookOf([
        {
          name: "a/b",
          rows: [
            ["=1+1", "@x", "-2", '<&">'],
            [1.5, "", -3, "é\u0001"],
          ],
        },
      ]),
    );

    expect(rows).toEqual([
      ["=1+1", "@x", "-2", '<&">'],
      ["1.5", "", "-3", "é"],
    ]);
    expect(workbookOf([{ name: "a", rows: [["=1+1"]] }]).toString("latin1")).not.toContain("<f>");
  });
});

describe("what may leave", { timeout: 60_000 }, () => {
  it("hides a month of two people, and the month that would tell it", async () => {
    const page = await read("/bureau/bilans/diffusion?trimestre=2026-07-01");
    const line = (await rowsOf("/bureau/bilans/diffusion.csv?trimestre=2026-07-01")).filter(
      ([, , name, , table]) => name === "Positionnements" && ["Total", "Par mois"].includes(table ?? ""),
    );

    expect(page).toContain("juillet 2026 non montré, août 2026 non montré");
    expect(line.map((row) => row.slice(4))).toEqual([
      ["Total", "", "8"],
      ["Par mois", "juillet 2026", "non montré"],
      ["Par mois", "août 2026", "non montré"],
      ["Par mois", "septembre 2026", "0"],
    ]);
    expect(page).not.toMatch(/Camille C|Canari|Veilleur/);
  });

  it("is a quarter that is over: any other asked for is the last one", async () => {
    for (const asked of ["2026-10-01", "2026-08-01", "", "demain"])
      expect(await read(`/bureau/bilans/diffusion?trimestre=${asked}`)).toContain("3e trimestre 2026,");
  });
});

describe("the RSA in the balance of an action", { timeout: 60_000 }, () => {
  const group = async (came: number): Promise<string> => {
    const [id, stepId] = [freshId(), freshId()];
    await keep(
      ActionModel,
      anAction({ id, steps: [{ id: stepId, kind: "cvWorkshop", day: "2026-10-01", place: null }] }),
    );
    for (let at = 0; at < came; at += 1)
      await keep(
        ParticipationModel,
        aParticipation({ id: freshId(), actionId: id, accountId: freshId(), attendance: [{ stepId, was: "present" }] }),
      );
    return id;
  };
  const note = (id: string, beneficiaries: string) =>
    asks(house, officer).post(`/bureau/actions/${id}/beneficiaires`, { beneficiaries });
  const said = async (id: string) =>
    /Dont bénéficiaires du RSA<\/dt><dd>([^<]*)/.exec(await read(`/bureau/actions/${id}/bilan`))?.[1];

  it("is one number for the group, shown when five have it and five have not", async () => {
    const id = await group(11);

    expect(await said(id)).toBe("pas encore noté");
    for (const [typed, shown] of [
      ["6", "6"],
      ["7", "non montré"],
      ["4", "non montré"],
      ["", "pas encore noté"],
    ] as const) {
      expect((await note(id, typed)).status).toBe(303);
      expect(await said(id)).toBe(shown);
    }
  });

  it("is refused above the people who came, and what was typed stays in the form", async () => {
    const refused = await note(await group(3), "12");

    expect(refused.status).toBe(422);
    expect(refused.text).toContain("plus grand que le nombre de personnes venues");
    expect(refused.text).toContain('value="12"');
  });
});
