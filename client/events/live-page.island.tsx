// A page that anyone may leave open in a hall: it asks itself again, and changes only what has changed.

const everyMs = 8_000;
const shown = document.querySelector<HTMLElement>("[data-desk-address]")?.dataset.deskAddress;

setInterval(() => {
  if (document.visibilityState === "visible") void refresh();
}, everyMs);

async function refresh(): Promise<void> {
  try {
    const reply = await fetch(shown ?? location.href, { headers: { accept: "text/html" } });
    if (!reply.ok || reply.redirected) {
      tell("session terminée, rechargez la page");
      return;
    }
    swap(new DOMParser().parseFromString(await reply.text(), "text/html"));
    tell("");
  } catch {
    tell("hors ligne, on réessaie");
  }
}

function swap(answer: Document): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-live-region]")) {
    const next = answer.querySelector(`[data-live-region="${part.dataset.liveRegion}"]`);
    if (next && next.innerHTML !== part.innerHTML && !isInUse(part)) part.replaceWith(next);
  }
}

/** What somebody writes in, or has opened, is not taken away. */
function isInUse(part: HTMLElement): boolean {
  return part.contains(document.activeElement) || part.querySelector("details[open]") !== null;
}

function tell(words: string): void {
  for (const place of document.querySelectorAll("[data-live-line]")) place.textContent = words;
}

const full = document.querySelector<HTMLButtonElement>("[data-full-screen]");
if (full && document.fullscreenEnabled) {
  full.hidden = false;
  full.addEventListener("click", () => void document.documentElement.requestFullscreen());
}
