import { startScriptedRelay } from "#test/messages/scripted-relay.ts";

// A relay in a process of its own: it takes every mail, keeps who it was for, and says how many people got one.
const relay = await startScriptedRelay();
const people = new Set<string>();
let mails = 0;
relay.onTaken(() => {
  mails += 1;
  for (const { to } of relay.received.splice(0)) for (const one of to) people.add(one);
});
process.send?.({ url: relay.url });
const timer = setInterval(() => process.send?.({ mails, people: people.size }), 100);
process.on("disconnect", () => {
  clearInterval(timer);
  void relay.stop().then(() => process.exit(0));
});
