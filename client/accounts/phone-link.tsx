import type { VNode } from "preact";
import { spokenPhone } from "#shared/accounts/phone.ts";

/** A number to press, two digits at a time as it is read aloud, never cut at the end of a line. */
export const PhoneLink = ({ phone }: { phone: string }): VNode => (
  <a class="letters" href={`tel:${phone}`}>
    {spokenPhone(phone)}
  </a>
);
