import { Tag } from "../web/kit.ts";
import { type RegistrationState, stateNames } from "./registration.ts";

const tones = {
  draft: "plain",
  submitted: "action",
  returned: "watch",
  accepted: "good",
  withdrawn: "plain",
} as const;

/** Where a registration stands, in a word. */
export const StateTag = ({ state }: { state: RegistrationState }) => (
  <Tag tone={tones[state]}>{stateNames[state]}</Tag>
);

/** In time or late, once it has arrived. */
export const LateTag = ({ late }: { late: boolean | null }) =>
  late === null ? null : late ? <Tag tone="watch">Gửi muộn</Tag> : <Tag tone="good">Đúng hạn</Tag>;
