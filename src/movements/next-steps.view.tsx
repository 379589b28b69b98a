import { isRefusal, type Permit, type Refusal } from "../platform/refusal.ts";
import { ButtonLink, ClosedAction } from "../web/kit.ts";
import type { MovementState } from "./life.ts";
import { mayDraft, mayIssue, mayNoteSignature, mayNumber, maySign } from "./movement.may.ts";
import type { Seen } from "./seen.pages.ts";

interface NextStep {
  readonly path: string;
  readonly label: string;
  readonly may: (seen: Seen) => Permit | Refusal;
  readonly kind?: "primary" | "secondary";
}

const drafting = ({ actor, movement }: Seen) => mayDraft(actor, movement);
const signing = ({ actor, movement }: Seen) => maySign(actor, movement);
const noting = ({ actor, movement }: Seen) => mayNoteSignature(actor, movement);
const numbering = ({ actor, movement }: Seen) => mayNumber(actor, movement);
const issuing = ({ actor, movement }: Seen) => mayIssue(actor, movement);

const adopt: NextStep = { path: "thong-qua", label: "Thông qua…", may: signing };
const giveBack: NextStep = { path: "tra-lai", label: "Trả lại…", may: issuing, kind: "secondary" };
const close: NextStep = { path: "ket-thuc", label: "Kết thúc…", may: issuing, kind: "secondary" };
const copy: NextStep = { path: "nam-sau", label: "Lập cho năm sau…", may: drafting, kind: "secondary" };

/** What can follow in each state; the first is the next step of the paper. */
const nextSteps: Readonly<Record<MovementState, readonly NextStep[]>> = {
  draft: [
    { path: "lay-y-kien", label: "Gửi lấy ý kiến…", may: drafting },
    { ...adopt, kind: "secondary" },
    { path: "da-ban-hanh", label: "Đã ban hành ở nơi khác…", may: drafting, kind: "secondary" },
  ],
  open: [adopt, giveBack],
  adopted: [{ path: "trinh-ky", label: "In bản trình ký…", may: drafting }, giveBack],
  printed: [{ path: "ky", label: "Ghi nhận đã ký…", may: noting }, giveBack],
  signed: [{ path: "cap-so", label: "Cấp số, ngày…", may: numbering }],
  numbered: [{ path: "ban-hanh", label: "Ban hành…", may: issuing }],
  issued: [close, copy],
  running: [close, copy],
  closed: [copy],
};

/** The steps this person can take, and the next one with its reason when somebody else takes it. */
export function NextSteps({ seen }: { seen: Seen }) {
  if (!seen.ofLauncher) return null;
  const [next, ...others] = nextSteps[seen.movement.state];
  const at = `/phong-trao/${seen.movement.id}`;
  const open = others.filter((step) => !isRefusal(step.may(seen)));
  const answer = next?.may(seen);
  return (
    <>
      {next && answer && !isRefusal(answer) && (
        <ButtonLink href={`${at}/${next.path}`} kind={next.kind ?? "primary"}>
          {next.label}
        </ButtonLink>
      )}
      {next && answer && isRefusal(answer) && next.kind !== "secondary" && (
        <ClosedAction id={`buoc-${next.path}`} label={next.label} reason={answer.sentence} />
      )}
      {open.map((step) => (
        <ButtonLink href={`${at}/${step.path}`} kind={step.kind ?? "primary"}>
          {step.label}
        </ButtonLink>
      ))}
    </>
  );
}
