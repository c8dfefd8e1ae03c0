import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { describe, expect, it } from "vitest";
import { openRelay } from "#server/platform/mail/smtp-relay.ts";

describe("a relay with which no protected line can be made", () => {
  const mail = { id: "a".repeat(24), from: "site@elan.invalid", to: "lea@example.invalid", raw: Buffer.from("\r\n") };

  it.each([
    ["a certificate that nobody trusts", "smtp", []],
    ["smtps:// to a port that speaks in clear", "smtps", ["STARTTLS"]],
    ["smtp:// to a relay that only speaks in clear", "smtp", ["STARTTLS"]],
  ])("because of %s is a setting to correct, and no mail is refused", async (_why, protocol, disabledCommands) => {
    const server = new SMTPServer({ disabledCommands });
    server.on("error", () => undefined); // it sees the line given up
    const { port } = await new Promise<AddressInfo>((listening) => {
      const listener = server.listen(0, "127.0.0.1", () => listening(listener.address() as AddressInfo)); // on TCP
    });
    const line = openRelay(`${protocol}://${["site:bon", `127.0.0.1:${port}`].join("@")}`);

    expect(await line.give(mail, async () => undefined)).toMatchObject({
      result: "refuses-us",
      fault: "mail-encryption",
    });
    line.close();
    await new Promise<void>((closed) => server.close(closed));
  });
});
