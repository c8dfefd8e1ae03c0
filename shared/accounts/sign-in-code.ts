/** What a code or link opens; one made for a purpose is refused for another. */
export const signInPurposes = ["signIn", "register", "secondFactor"] as const;
export type SignInPurpose = (typeof signInPurposes)[number];

/** Slow readers have the time to open the mail; the law of short-lived secrets (SEC-12) forbids more. */
export const signInCodeMinutes = 10;
/** After that many tries the code is dead: one chance in 200 000 to guess it. */
export const signInCodeAttempts = 5;
