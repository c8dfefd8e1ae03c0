/** Why a mail waits, has ended without leaving, or is in doubt. */
export const dispatchReasons = [
  "relay-away",
  "relay-closed",
  "setting-refused",
  "refused-for-now",
  "worker-lost",
  "given-up",
  "address-refused",
  "text-refused",
  "sender-refused",
  "unwritable",
  "erased",
  "too-late",
  "waited-too-long",
  "no-answer",
  "worker-lost-in-text",
  "unwatched",
  "restored",
] as const;
export type DispatchReason = (typeof dispatchReasons)[number];

/** What an admin may send again in one press: it stopped before it left, or nobody knows whether it left. */
export const resendableStates = ["bounced", "unknown"] as const;
export type ResendableState = (typeof resendableStates)[number];

/** Days that a mail waits for a relay before a person must decide whether it still leaves. */
export const longestWaitDays = 7;
