import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { now, setClock } from "#server/platform/clock.ts";
import { DispatchModel } from "#server/platform/mail/dispatch-model.ts";
import { signLink } from "#server/platform/signed-link.ts";
import { feedbackLink } from "#server/positionings/answer-feedback.ts";
import { InterviewFeedbackModel, toFeedback } from "#server/positionings/interview-feedback-model.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { wallClockOf } from "#shared/kernel/moment.ts";
import type { InterviewFeedback } from "#shared/positionings/interview-feedback.ts";
import { signedInAgain } from "#test/support/given-companies.ts";
import type { Seeker } from "#test/support/given-cvs.ts";
import {
  type Desk,
  givenDesk,
  givenProposed,
  positioningOf,
  proposalPath,
  step,
} from "#test/support/given-positionings.ts";
import { type House, openHouse } from "#test/support/house.ts";
import { asks, givenPerson } from "#test/support/people.ts";
import { askDueFeedback } from "#workers/positionings/ask-feedback.ts";

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());
afterEach(() => setClock());

const dayMs = 86_400_000;
const later = (days: number): void => setClock(new Date(now().getTime() + days * dayMs));

/** An interview planned for tomorrow, two days later: the morning's round has asked both sides. */
const givenPastInterview = async (): Promise<{ desk: Desk; seeker: Seeker; id: string }> => {
  const desk = await givenDesk(house);
  const seeker = await givenProposed(house, desk);
  const { id } = await positioningOf(desk.offerId, seeker.id);
  await asks(house).post(proposalPath({ id }), { answer: "yes" });
  await step(house, desk, seeker, { to: "submitted" });
  const interviewAt = wallClockOf(new Date(now().getTime() + dayMs));
  await step(house, desk, seeker, { to: "interviewPlanned", interviewAt, interviewPlace: "À l’atelier" });
  later(2);
  await round();
  desk.officer = await signedInAgain(desk.officer);
  return { desk, seeker, id };
};

const round = async (): Promise<void> => {
  await askDueFeedback();
  await house.drain();
};

const sideOf = async (id: string, side: InterviewFeedback["side"]): Promise<InterviewFeedback> =>
  toFeedback(await InterviewFeedbackModel.findOne({ positioningId: id, side }).orFail().lean());

const linkOf = ({ id }: InterviewFeedback): string => `/retours-entretien/${signLink(feedbackLink, id)}`;

const mailsTo = async (email: string): Promise<string[]> =>
  (await DispatchModel.find({ to: email, kind: "interview-feedback" }).lean()).map(({ text }) => text ?? "");

const said = (typed: object) => ({ came: "yes", went: "good", sequel: "waiting", ...typed });

describe("the day after an interview", () => {
  it("both sides are asked once by a signed link, whatever runs twice or was off for days", async () => {
    const { desk, seeker, id } = await givenPastInterview();
    await Promise.all([round(), round()]);
    later(1);
    await round();

    const [person, company] = [await sideOf(id, "candidate"), await sideOf(id, "employer")];
    const [toPerson, toCompany] = [await mailsTo(seeker.email), await mailsTo(desk.recruiter.email)];
    expect([toPerson.length, toCompany.length]).toEqual([1, 1]);
    expect(toPerson[0]).toContain(linkOf(person));
    expect(toCompany[0]).toContain(linkOf(company));
    expect(toCompany[0]).not.toContain(linkOf(person));
  });

  it("is not asked of a company that has already said what it decided", async () => {
    const desk = await givenDesk(house);
    const seeker = await givenProposed(house, desk);
    const { id } = await positioningOf(desk.offerId, seeker.id);
    const interviewAt = new Date(now().getTime() - dayMs);
    await PositioningModel.updateOne({ _id: id }, { $set: { status: "selected", interviewAt } });

    await round();

    expect(await mailsTo(desk.recruiter.email)).toEqual([]);
    expect(await mailsTo(seeker.email)).toHaveLength(1);
  });

  it("a link opens without a session, consumes nothing by being looked at, and answers for its own side only", async () => {
    const { id } = await givenPastInterview();
    const [person, company] = [await sideOf(id, "candidate"), await sideOf(id, "employer")];

    const looks = [await asks(house).get(linkOf(person)), await asks(house).get(linkOf(person))];
    const forged = await asks(house).post(
      `/retours-entretien/${company.id}.${linkOf(person).split(".").at(-1)}`,
      said({}),
    );
    const sent = await asks(house).post(linkOf(person), said({ comment: "Bonne équipe & bon accueil" }));
    const twice = await asks(house).post(linkOf(person), said({ went: "bad" }));
    const after = await asks(house).get(linkOf(person));

    expect(looks.map(({ status }) => status)).toEqual([200, 200]);
    expect([forged.status, sent.status, twice.status]).toEqual([410, 303, 303]);
    expect(await sideOf(id, "candidate")).toMatchObject({
      went: "good",
      comment: "Bonne équipe & bon accueil",
      recordedBy: null,
    });
    expect((await sideOf(id, "employer")).answeredAt).toBeNull();
    expect(after.text).toContain("Bonne équipe &amp; bon accueil");
    expect(after.text).not.toContain('name="came"');
  });

  it("asks how it went and what follows only of an interview that took place, and keeps what was typed", async () => {
    const { id } = await givenPastInterview();
    const person = await sideOf(id, "candidate");

    const half = await asks(house).post(linkOf(person), { came: "yes", comment: "Je garde ceci" });
    for (const body of [{}, { came: "perhaps" }, { came: ["yes", "no"] }, { came: { $ne: null } }])
      expect((await asks(house).postJson(linkOf(person), body)).status).toBe(422);
    const missed = await asks(house).post(linkOf(person), { came: "no", went: "good", sequel: "hired" });

    expect(half.status).toBe(422);
    expect(half.text).toContain("Dites comment cela s’est passé.");
    expect(half.text).toContain("Je garde ceci");
    expect(missed.status).toBe(303);
    expect(await sideOf(id, "candidate")).toMatchObject({ came: "no", went: null, sequel: null });
  });

  it("the company’s word moves the card, and the officer sees what to do next", async () => {
    const { desk, seeker, id } = await givenPastInterview();

    await asks(house).post(linkOf(await sideOf(id, "employer")), said({ sequel: "hired" }));
    await house.drain();

    expect((await positioningOf(desk.offerId, seeker.id)).status).toBe("interviewed");
    expect((await asks(house, desk.officer).get("/bureau")).text).toContain("veut embaucher");
    await step(house, desk, seeker, { to: "selected" });
    expect((await asks(house, desk.officer).get("/bureau")).text).not.toContain("veut embaucher");
  });

  it("a contradiction is a task, shown with both answers, until somebody acts or writes a note", async () => {
    const { desk, id } = await givenPastInterview();
    await asks(house).post(linkOf(await sideOf(id, "employer")), said({ sequel: "waiting" }));
    await asks(house).post(linkOf(await sideOf(id, "candidate")), said({ sequel: "hired" }));
    await house.drain();

    const today = await asks(house, desk.officer).get("/bureau");
    const card = await asks(house, desk.officer).get(`/bureau/positionnements/${id}`);
    later(0.01);
    await asks(house, desk.officer).post(`/bureau/positionnements/${id}/notes`, { remark: "Elle commence lundi." });

    expect(today.text).toContain("Deux retours se contredisent");
    expect(card.text).toContain("Les deux retours se contredisent");
    expect(card.text).toContain("je suis embauché");
    expect((await asks(house, desk.officer).get("/bureau")).text).not.toContain("se contredisent");
  });
});

describe("somebody who does not answer", () => {
  it("is reminded once, then called, at most three times", async () => {
    const { desk, seeker, id } = await givenPastInterview();
    later(2);
    await round();
    await round();
    expect(await mailsTo(seeker.email)).toHaveLength(2);

    later(2);
    const agent = await givenPerson({ role: "phoneAgent" });
    const { id: feedbackId } = await sideOf(id, "candidate");
    expect((await asks(house, agent).get("/telephone/retours-entretien")).text).toContain(`/${feedbackId}`);
    const call = `/telephone/retours-entretien/${feedbackId}`;
    await Promise.all([1, 2].map(() => asks(house, agent).post(`${call}/sans-reponse`, {})));
    expect(await sideOf(id, "candidate")).toMatchObject({ calls: 1, closedAt: null });
    for (const _ of [2, 3]) {
      later(1.1);
      await asks(house, await signedInAgain(agent)).post(`${call}/sans-reponse`, {});
    }

    expect((await sideOf(id, "candidate")).closedAt).not.toBeNull();
    expect(await mailsTo(seeker.email)).toHaveLength(2);
    expect(await mailsTo(desk.recruiter.email)).toHaveLength(2);
  });

  it("may answer by telephone; a mail answered meanwhile is not written over", async () => {
    const { id } = await givenPastInterview();
    const agent = await givenPerson({ role: "phoneAgent" });
    const [person, company] = [await sideOf(id, "candidate"), await sideOf(id, "employer")];

    const noted = await asks(house, agent).post(`/telephone/retours-entretien/${person.id}`, said({ sequel: "again" }));
    await asks(house).post(linkOf(company), { came: "no" });
    const late = await asks(house, agent).post(`/telephone/retours-entretien/${company.id}`, said({}));

    expect([noted.status, late.status]).toEqual([303, 409]);
    expect(await sideOf(id, "candidate")).toMatchObject({ sequel: "again", recordedBy: agent.id });
    expect(await sideOf(id, "employer")).toMatchObject({ came: "no", recordedBy: null });
  });

  it("a word to weigh in what a company says comes back once", async () => {
    const { id } = await givenPastInterview();
    const company = linkOf(await sideOf(id, "employer"));

    const weighed = await asks(house).post(company, said({ comment: "Elle est enceinte." }));
    const kept = await asks(house).post(company, said({ comment: "Elle est enceinte.", sure: "on" }));

    expect([weighed.status, kept.status]).toEqual([422, 303]);
  });
});
