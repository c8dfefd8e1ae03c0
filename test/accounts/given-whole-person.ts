import { AccountModel } from "#server/accounts/account-model.ts";
import { AlertDeliveryModel } from "#server/alerts/alert-delivery-model.ts";
import { AlertDigestModel } from "#server/alerts/alert-digest-model.ts";
import { AlertModel } from "#server/alerts/alert-model.ts";
import { CvModel } from "#server/cvs/cv-model.ts";
import { KeptFileModel } from "#server/cvs/kept-file-model.ts";
import { ParticipationModel } from "#server/events/actions/action-model.ts";
import { RegistrationModel } from "#server/events/job-dating-model.ts";
import { now, today } from "#server/platform/clock.ts";
import { newId } from "#server/platform/fields.ts";
import { AccompanimentModel } from "#server/positionings/accompaniment-model.ts";
import { InterviewFeedbackModel } from "#server/positionings/interview-feedback-model.ts";
import { PositioningModel } from "#server/positionings/positioning-model.ts";
import { StrongMatchModel } from "#server/positionings/strong-match-model.ts";
import { addDays } from "#shared/kernel/calendar.ts";
import { givenOffer } from "#test/applications/given-hiring.ts";
import { givenRecruiter, type Recruiter } from "#test/support/given-companies.ts";
import { typedFirstCv } from "#test/support/given-cvs.ts";
import { givenDesk, givenProposed, positioningOf, proposalPath, step } from "#test/support/given-positionings.ts";
import type { House } from "#test/support/house.ts";
import { asks, givenPerson, type Person } from "#test/support/people.ts";

/** Words found nowhere else, one for each place where something of a person is kept. */
export const tokens = {
  firstName: "Zéphyrine",
  lastName: "Quintefeuille",
  email: "zephyrine.canari@exemple.invalid",
  phone: "0698765432",
  experience: "canarexperience",
  about: "canarabout",
  application: "canarcandidature",
  answer: "canarreponse",
  request: "canardemande",
  consentNote: "canarconsentement",
  officerNote: "canarcommentaire",
  followUp: "canarsuivi",
  place: "canarlieu",
  alert: "canaralerte",
  code: "CANARI",
  file: "canarfichier",
  feedback: "canarretour",
  suggestion: "canaraction",
} as const;

export type WholePerson = {
  readonly person: Person;
  readonly recruiter: Recruiter;
  readonly officer: Person;
  readonly cvId: string;
};

/** Somebody who has used everything there is, through the site wherever the site has a way. */
export const givenWholePerson = async (house: House): Promise<WholePerson> => {
  const { firstName, lastName, email } = tokens;
  const person = await givenPerson({ firstName, lastName, email });
  const cvId = await postCv(house, person);
  await beSeen(house, cvId, person);
  const recruiter = await applyAndBeAnswered(house, person);
  const officer = await bePositioned(house, { ...person, cvId });
  await beAccompanied(person, officer);
  await beAlerted(person);
  await beRegistered(person);
  await keepFile(person);
  await asks(house).post("/connexion", { email });
  await typeAfterTheEnd(house);
  await house.drain();
  return { person, recruiter, officer, cvId };
};

const must = async (sent: PromiseLike<{ status: number; text: string }>, what: string): Promise<void> => {
  const { status, text } = await sent;
  if (status !== 303) throw new Error(`${what}: ${status} ${/class="wrong"[^>]*>([^<]*)/.exec(text)?.[1]}`);
};

const postCv = async (house: House, person: Person): Promise<string> => {
  const first = { ...typedFirstCv, experience1: tokens.experience, phone: tokens.phone };
  await must(asks(house, person).post("/mon-cv", first), "cv");
  const details = { version: "1", about: tokens.about, language1: "fr", level1: "native" };
  await must(asks(house, person).post("/mon-cv/completer", details), "details");
  return String((await CvModel.findOne({ accountId: person.id }).lean())?._id);
};

/** An employer and an agent look; the employer asks for contact and gets it. */
const beSeen = async (house: House, cvId: string, person: Person): Promise<void> => {
  const looker = await givenRecruiter("verified", "Les Curieux fictifs");
  const asked = { message: `Bonjour, un poste de nuit à Tulle. ${tokens.request}` };
  await asks(house, looker).get(`/cvtheque/${cvId}`);
  await must(asks(house, looker).post(`/cvtheque/${cvId}/contact`, asked), "contact");
  await asks(house, await givenPerson({ role: "officer" })).get(`/cvtheque/${cvId}`);
  const page = await asks(house, person).get("/mon-cv/demandes");
  const answerAt = /\/mon-cv\/demandes\/[0-9a-f]{24}\/reponse/.exec(page.text)?.[0] ?? "";
  await must(asks(house, person).post(answerAt, { answer: "accepted" }), "answer");
  await asks(house, looker).get(`/cvtheque/${cvId}`);
  await house.drain();
};

const applyAndBeAnswered = async (house: House, person: Person): Promise<Recruiter> => {
  const recruiter = await givenRecruiter("verified", "Les Tilleuls fictifs");
  const offer = await givenOffer(recruiter.companyId);
  await must(asks(house, person).post(offer.applyAt, { message: tokens.application }), "application");
  await house.drain();
  const list = await asks(house, recruiter).get("/employeur/candidatures");
  const received = /\/employeur\/candidatures\/[0-9a-f]{24}/.exec(list.text)?.[0] ?? "";
  await asks(house, recruiter).get(received);
  await must(
    asks(house, recruiter).post(`${received}/reponse/refus`, {
      from: "new",
      text: `Merci. ${tokens.answer}`,
      reason: "other",
    }),
    "refusal",
  );
  await house.drain();
  return recruiter;
};

const bePositioned = async (house: House, seeker: Person & { cvId: string }): Promise<Person> => {
  const desk = await givenDesk(house);
  await givenProposed(house, desk, seeker);
  const proposed = await positioningOf(desk.offerId, seeker.id);
  await must(asks(house).post(proposalPath(proposed), { answer: "yes", note: tokens.consentNote }), "consent");
  await must(
    asks(house, desk.officer).post(`/bureau/positionnements/${proposed.id}/notes`, { remark: tokens.officerNote }),
    "note",
  );
  const board = asks(house, desk.officer);
  await must(
    board.post(`/bureau/offres-exclusives/${desk.offerId}/transmission`, { positioningIds: proposed.id }),
    "list",
  );
  const interview = { interviewAt: `${addDays(today(), 3)}T09:00`, interviewPlace: tokens.place };
  await must(step(house, desk, seeker, { to: "interviewPlanned", ...interview }), "interview");
  const yesterday = new Date(now().getTime() - 86_400_000);
  await PositioningModel.updateOne({ accountId: seeker.id }, { $set: { interviewAt: yesterday } });
  await must(step(house, desk, seeker, { to: "interviewed" }), "interviewed");
  await must(step(house, desk, seeker, { to: "selected" }), "selected");
  await must(step(house, desk, seeker, { to: "hired", startsOn: today() }), "hired");
  const hired = await positioningOf(desk.offerId, seeker.id);
  const call = { kind: "M1", result: "inPost", note: tokens.followUp, version: String(hired.version) };
  await must(board.post(`/bureau/positionnements/${hired.id}/suivi`, call), "follow-up");
  await InterviewFeedbackModel.create({
    positioningId: hired.id,
    accountId: seeker.id,
    side: "employer",
    interviewAt: yesterday,
    askedAt: now(),
    calls: 0,
    answeredAt: now(),
    came: "yes",
    went: "good",
    sequel: "hired",
    comment: tokens.feedback,
  });
  await StrongMatchModel.create({
    offerId: newId(),
    cvId: seeker.cvId,
    accountId: seeker.id,
    score: 80,
    weightsVersion: 1,
    level: "good",
    foundAt: now(),
    seenAt: null,
  });
  return desk.officer;
};

/** A counsellor who was accepted, and a collective action with its reason. */
const beAccompanied = async ({ id }: Person, officer: Person): Promise<void> => {
  const counsellor = await givenPerson({ role: "counsellor" });
  const held = { status: "accepted", statusAt: now() } as const;
  await AccompanimentModel.create({ accountId: id, counsellorId: counsellor.id, askedAt: now(), ...held });
  const reason = tokens.suggestion;
  const facts = { proposedBy: officer.id, reason, acceptedAt: now(), toldPlace: true, updatedAt: now() };
  await ParticipationModel.create({ actionId: newId(), accountId: id, ...held, ...facts });
};

/** An alert of the account, another by address alone, a delivery and a mail being prepared. */
const beAlerted = async ({ id, email }: Person): Promise<void> => {
  const blank = { email, label: tokens.alert, query: { text: tokens.alert, withoutCar: false }, cursor: 0 };
  const daily = { ...blank, frequency: "daily" as const, createdAt: now() };
  const alert = await keepAlert({ ...daily, accountId: id, status: "active" });
  await keepAlert({ ...daily, accountId: null, status: "unconfirmed" });
  const sent = { email, offerId: newId(), alertId: alert._id, digestId: newId(), at: now() };
  await new AlertDeliveryModel(sent).save({ validateBeforeSave: false });
  const digest = { email, state: "planned" as const, upTo: 1, at: now() };
  await new AlertDigestModel(digest).save({ validateBeforeSave: false });
};

/** Somebody registered them for a job dating by hand, with a code to say at the door. */
const beRegistered = async ({ id, email }: Person): Promise<void> => {
  const { firstName, lastName, phone } = tokens;
  const registration = { accountId: id, firstName, lastName, email, phone, personKey: email, code: tokens.code };
  const day = { jobDatingId: newId(), status: "registered", wishIds: [], createdAt: now(), updatedAt: now() };
  await new RegistrationModel({ ...registration, ...day }).save({ validateBeforeSave: false });
};

const keepFile = async ({ id }: Person): Promise<void> => {
  const bytes = Buffer.from(tokens.file);
  const file = {
    accountId: id,
    name: `${tokens.file}.pdf`,
    kind: "pdf" as const,
    size: bytes.length,
    keptAt: now(),
    bytes,
  };
  await new KeptFileModel(file).save({ validateBeforeSave: false });
};

/** With the defaults of the day, whatever else an alert has come to need. */
const keepAlert = (alert: object) => new AlertModel(alert).save({ validateBeforeSave: false });

/** The session ended while typing: the form is kept for a day, and it names its person. */
const typeAfterTheEnd = async (house: House): Promise<void> => {
  const form = { ...typedFirstCv, phone: tokens.phone, experience1: tokens.experience };
  await asks(house).post("/mon-cv", form);
};

export const accountIdOf = async (email: string): Promise<string | undefined> =>
  (await AccountModel.findOne({ email }).lean())?._id.toHexString();
