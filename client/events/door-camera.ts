import { decodeQR } from "qr/decode.js";
import { sayAnswer } from "./door-screen.ts";

// The camera of a phone, a tablet or a computer. Codes are read here: most browsers cannot do it by themselves.

const everyMs = 200;
/** The same badge, held a little long, is one arrival. */
const sameForMs = 5_000;
/** Enough for a badge held at arm's length, and quick on an old telephone. */
const widest = 640;

export const startCamera = (root: HTMLElement, onCode: (text: string) => void): void => {
  const box = root.querySelector<HTMLElement>("[data-door-camera]");
  const video = root.querySelector<HTMLVideoElement>("[data-door-video]");
  const button = root.querySelector<HTMLButtonElement>("[data-door-scan]");
  if (!navigator.mediaDevices || !box || !video || !button) return;
  const openWords = button.textContent ?? "";
  box.hidden = false;
  button.addEventListener("click", () => {
    if (video.srcObject) return close(video);
    button.textContent = "Arrêter la caméra";
    read(video, onCode)
      .catch(() => sayAnswer(root, "La caméra ne s’ouvre pas. Tapez les six lettres du badge.", "bad"))
      .finally(() => {
        close(video);
        button.textContent = openWords;
      });
  });
  window.addEventListener("pagehide", () => close(video));
};

const close = (video: HTMLVideoElement): void => {
  if (video.srcObject instanceof MediaStream) for (const track of video.srcObject.getTracks()) track.stop();
  video.srcObject = null;
  video.hidden = true;
};

/** Reads badge after badge until the camera is stopped. */
const read = async (video: HTMLVideoElement, onCode: (text: string) => void): Promise<void> => {
  video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  video.hidden = false;
  await video.play();
  const paper = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  let last = { text: "", at: 0 };
  while (paper && video.srcObject) {
    const text = codeIn(video, paper);
    const at = performance.now();
    if (text !== null && (text !== last.text || at - last.at > sameForMs)) onCode(text);
    if (text !== null) last = { text, at };
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
};

const codeIn = (video: HTMLVideoElement, paper: CanvasRenderingContext2D): string | null => {
  const scale = Math.min(1, widest / video.videoWidth);
  const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
  if (!width || !height) return null;
  if (paper.canvas.width !== width) Object.assign(paper.canvas, { width, height });
  paper.drawImage(video, 0, 0, width, height);
  try {
    return decodeQR(paper.getImageData(0, 0, width, height));
  } catch {
    return null; // no code in this picture, or one half seen
  }
};
