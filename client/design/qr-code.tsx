import type { VNode } from "preact";
import encodeQR from "qr";

/** A text as a QR code (ISO/IEC 18004), black on white in both themes: a camera reads nothing else as well. */
export const QrCode = ({ text, label }: { text: string; label: string }): VNode => {
  const data = encodeQR(text, "raw", { ecc: "medium", border: 2 });
  const size = data.length;
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return (
    <svg class="qr-code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};
