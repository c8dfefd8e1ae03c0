import type { VNode } from "preact";
import { Tag, type Tone } from "#client/design/card.tsx";
import type { OfferStatus } from "#shared/offers/offer-words.ts";
import { statusLabels } from "./offer-words.ts";

const tones: Record<OfferStatus, Tone> = {
  draft: "plain",
  pending: "saffron",
  published: "pine",
  suspended: "saffron",
  filled: "sky",
  cancelled: "plain",
  expired: "clay",
};

export const StatusTag = ({ status }: { status: OfferStatus }): VNode => (
  <Tag tone={tones[status]}>{statusLabels[status]}</Tag>
);
