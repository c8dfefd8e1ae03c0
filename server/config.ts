import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

const optional = z
  .string()
  .optional()
  .transform((value) => value || null);

/** Every setting with its default; README says each in a sentence. This is the only file that reads process.env. */
const Environment = z.object({
  // A mistyped "production" must not open a demonstration to the world: only an absent one is development.
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: optional,
  DATA_DIR: z.string().default("data"),
  TERRITORY: z
    .string()
    .regex(/^(\d{2,3}|2[AB])$/, "TERRITORY is a département's code, such as 19")
    .default("19"),
  PHONE_NUMBER: z.string().default("0 800 00 00 19"),
  MONGODB_URL: optional,
  REDIS_URL: optional,
  MEILI_URL: optional,
  MEILI_KEY: optional,
  SMTP_URL: optional,
  MAIL_FROM: z.string().default("Élan Emploi <ne-pas-repondre@elan-emploi.invalid>"),
  SESSION_SECRET: optional,
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
  METRICS_TOKEN: optional,
  DEMO: z.enum(["yes", "no"]).optional(),
  STAFF_SECOND_FACTOR: z.enum(["yes", "no"]).optional(),
  QUEUE_ENGINE: z.enum(["auto", "pglite"]).default("auto"),
});

export type Config = {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** Where people reach the site; links in mails begin with it. No slash at the end. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly territory: string;
  readonly phone: string;
  readonly mongoUrl: string | null;
  readonly redisUrl: string | null;
  readonly meili: { readonly url: string; readonly key: string | null } | null;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly secret: string;
  readonly trustProxy: number;
  readonly logLevel: string;
  readonly metricsToken: string | null;
  readonly demo: boolean;
  /** Staff prove a telephone beside their password or code. */
  readonly secondFactor: boolean;
  readonly forbidRedisServer: boolean;
};

/**
 * Reads the settings once.
 * @throws an Error whose message says what to do, when a setting is wrong or a production secret missing or weak
 */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env): Config => {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) throw new Error(parsed.error.issues.map(sayIssue).join("\n"));
  const env = parsed.data;
  const production = env.NODE_ENV === "production";
  if (production) refuseWeakProduction(env);
  const dataDir = resolve(env.DATA_DIR);
  mkdirSync(dataDir, { recursive: true });
  return {
    production,
    port: env.PORT,
    host: env.HOST,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ""),
    dataDir,
    territory: env.TERRITORY,
    phone: env.PHONE_NUMBER,
    mongoUrl: env.MONGODB_URL,
    redisUrl: env.REDIS_URL,
    meili: env.MEILI_URL ? { url: env.MEILI_URL, key: env.MEILI_KEY } : null,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    secret: env.SESSION_SECRET ?? keptSecret(dataDir),
    trustProxy: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN,
    demo: env.DEMO ? env.DEMO === "yes" : !production,
    secondFactor: env.STAFF_SECOND_FACTOR ? env.STAFF_SECOND_FACTOR === "yes" : production,
    forbidRedisServer: env.QUEUE_ENGINE === "pglite",
  };
};

const sayIssue = (issue: z.core.$ZodIssue): string => `${issue.path.join(".")}: ${issue.message}`;

const refuseWeakProduction = (env: z.output<typeof Environment>): void => {
  const wrong: string[] = [];
  if (isWeak(env.SESSION_SECRET ?? ""))
    wrong.push("SESSION_SECRET must be a random text of 32 characters or more: run `openssl rand -hex 32`.");
  if (!isAddress(env.PUBLIC_URL, "https:")) wrong.push("PUBLIC_URL must be the https:// address people type.");
  if (!isAddress(env.SMTP_URL, "smtps:", "smtp:"))
    wrong.push("SMTP_URL must name the mail relay, for instance smtps://user:password@relay:465.");
  if (/\.invalid>?\s*$/.test(env.MAIL_FROM))
    wrong.push(
      "MAIL_FROM must be the sender people may answer, for instance Élan Emploi <emploi@departement.example>.",
    );
  if (env.MEILI_URL && (env.MEILI_KEY ?? "").length < 16)
    wrong.push("MEILI_KEY must be the key of Meilisearch, 16 characters or more.");
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
};

const isWeak = (secret: string): boolean =>
  secret.length < 32 || new Set(secret).size < 10 || /change|secret|example|default/i.test(secret);

const isAddress = (value: string | null, ...protocols: string[]): boolean =>
  value !== null && URL.canParse(value) && protocols.includes(new URL(value).protocol) && new URL(value).host !== "";

/** In development the secret is made once and kept beside the data, so that links in mails survive a restart. */
const keptSecret = (dataDir: string): string => {
  const file = join(dataDir, "secret");
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
};
