// The camera of a phone or a tablet, where the browser knows how to read codes; elsewhere the letters are typed.

type Detector = { detect: (source: HTMLVideoElement) => Promise<readonly { rawValue: string }[]> };
type DetectorMaker = new (options: { formats: readonly string[] }) => Detector;

const everyMs = 250;

export const startCamera = (root: HTMLElement, onCode: (text: string) => void): void => {
  const { BarcodeDetector: Maker } = window as unknown as { BarcodeDetector?: DetectorMaker }; // not in TypeScript's DOM
  const box = root.querySelector<HTMLElement>("[data-door-camera]");
  const video = root.querySelector<HTMLVideoElement>("[data-door-video]");
  if (!Maker || !navigator.mediaDevices || !box || !video) return;
  const detector = new Maker({ formats: ["qr_code"] });
  box.hidden = false;
  const button = box.querySelector<HTMLButtonElement>("[data-door-scan]");
  button?.addEventListener("click", () => {
    button.disabled = true;
    read(detector, video, onCode)
      .catch(() => onCode(""))
      .finally(() => {
        button.disabled = false;
      });
  });
};

/** Reads until one code is seen; the same one is not read twice in a row by mistake, since the camera then stops. */
const read = async (detector: Detector, video: HTMLVideoElement, onCode: (text: string) => void): Promise<void> => {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  video.srcObject = stream;
  video.hidden = false;
  await video.play();
  try {
    for (;;) {
      const [found] = await detector.detect(video);
      if (found) return onCode(found.rawValue);
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.hidden = true;
    video.srcObject = null;
  }
};
