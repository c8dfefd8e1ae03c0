/** One appointment of one person, as calendars exchange it (RFC 5545, RFC 5546). */
export type CalendarEntry = {
  /** The same for as long as the appointment lives: that is how a calendar finds what it must change. */
  readonly uid: string;
  /** Higher at each change; a calendar ignores what is lower than what it knows. */
  readonly sequence: number;
  readonly method: CalendarMethod;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly writtenAt: Date;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  readonly organizer: { readonly name: string; readonly address: string } | null;
  readonly attendee: string | null;
};

/** `PUBLISH`: a file somebody downloads; `REQUEST`: a mail that puts or moves it; `CANCEL`: a mail that takes it away. */
export type CalendarMethod = "PUBLISH" | "REQUEST" | "CANCEL";

/** Times are in UTC: no calendar needs our time zone's table to read them. */
export const calendarFile = (entry: CalendarEntry): string =>
  [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Elan Emploi//Job dating//FR",
    "CALSCALE:GREGORIAN",
    `METHOD:${entry.method}`,
    "BEGIN:VEVENT",
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.writtenAt)}`,
    `DTSTART:${utc(entry.startsAt)}`,
    `DTEND:${utc(entry.endsAt)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `LOCATION:${escaped(entry.place)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `STATUS:${entry.method === "CANCEL" ? "CANCELLED" : "CONFIRMED"}`,
    "TRANSP:OPAQUE",
    ...people(entry),
    "END:VEVENT",
    "END:VCALENDAR",
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join("");

/** A downloaded file invites nobody; a mail names its reader, who is not asked to answer. */
const people = ({ method, organizer, attendee }: CalendarEntry): string[] => {
  if (method === "PUBLISH" || organizer === null || attendee === null) return [];
  return [
    `ORGANIZER;CN=${quoted(organizer.name)}:mailto:${organizer.address}`,
    `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:${attendee}`,
  ];
};

const utc = (instant: Date): string => `${instant.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

const escaped = (text: string): string =>
  withoutControls(text)
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|[\r\n\u2028\u2029]/g, "\\n");

/** A parameter's value knows no escape: what would end it goes. */
const quoted = (text: string): string => `"${withoutControls(text).replace(/["\r\n]/g, "")}"`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const withoutControls = (text: string): string => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "");

const longest = 75;

/** Lines of at most 75 octets, never cut inside a character; the next ones begin with a space, which counts. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let kept = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > longest) {
      lines.push(kept);
      kept = " ";
      octets = 1;
    }
    kept += character;
    octets += size;
  }
  return [...lines, kept].join("\r\n");
};

const octetsOf = (character: string): number => {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
};
