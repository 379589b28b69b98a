import type { Child } from "hono/jsx";
import type { z } from "zod";
import { findUnit } from "../org/unit.store.ts";
import { writeDay } from "../platform/day.ts";
import { isRefusal, type Refusal } from "../platform/refusal.ts";
import { emptyForm, type FormState, hasErrors, refusedForm } from "../web/form.ts";
import {
  type App,
  actorOf,
  type Context,
  frameOf,
  NotFound,
  newKey,
  pages,
  read,
  seeOther,
  show,
  statusOf,
} from "../web/http.ts";
import type { Gathered } from "../web/part.ts";
import { issueElsewhere } from "./adoption.acts.ts";
import { copied } from "./drafting.pages.tsx";
import {
  adoptMovement,
  closeMovement,
  issueMovement,
  numberMovement,
  openForComment,
  printMovement,
  returnMovement,
  signMovement,
} from "./life.acts.ts";
import { findingsOf } from "./looking.pages.ts";
import { headOffices, usualSymbol } from "./movement.document.ts";
import { ElsewhereForm, IssueForm, NumberForm, RemarksForm, SignatureForm } from "./movement.form.ts";
import { launchPaperOf, writeSymbol } from "./movement.ts";
import { paperFactsOf } from "./paper-facts.store.ts";
import { reachedUnits } from "./scope.store.ts";
import { type Seen, seenMovement } from "./seen.pages.ts";
import {
  AcknowledgeField,
  NumberFields,
  RemarksField,
  SameDocumentField,
  SignatureFields,
  SignedOnField,
  StepView,
  type StepWords,
} from "./steps.view.tsx";
import { closeForm, keepForm, openForm } from "./typed.pages.ts";

const LAUNCH = "Luật Thi đua, khen thưởng 2022 (06/2022/QH15), Điều 17, Điều 18";
const PAPER = "Nghị định 30/2020/NĐ-CP";

interface StepPage<Schema extends z.ZodType> {
  readonly path: string;
  readonly schema: Schema;
  words(seen: Seen): Promise<StepWords>;
  fields(seen: Seen, state: FormState): Promise<Child>;
  take(c: Context, seen: Seen, values: z.output<Schema>): Promise<number | Refusal>;
  readonly done: string;
  /** The final act of issuing leads to proof anew first. */
  readonly proves?: boolean;
  readonly looks?: boolean;
}

/** Every step of the life of a movement: a page that says what will happen, then the step. */
export function lifePages(gathered: Gathered): App {
  const life = pages();
  const mount = <Schema extends z.ZodType>(step: StepPage<Schema>) => {
    const address = `/phong-trao/:id/${step.path}`;
    life.get(address, async (c) => {
      const seen = await launchersOnly(c, gathered);
      if (step.proves && !provedNow(seen)) return toProof(c);
      const { state } = await openForm(seen.actor, c.req.path);
      return showStep(c, seen, step, state);
    });
    life.post(address, async (c) => {
      const seen = await launchersOnly(c, gathered);
      const form = await read(c, step.schema);
      if (hasErrors(form)) return showStep(c, seen, step, form, 422);
      const outcome = await step.take(c, seen, form.values);
      if (!isRefusal(outcome)) {
        await closeForm(seen.actor, c.req.path);
        return seeOther(c, `/phong-trao/${outcome}`, { title: step.done });
      }
      if (outcome.refusal === "not-proved") {
        await keepForm(c, seen.actor, c.req.path);
        return toProof(c);
      }
      return showStep(c, seen, step, refusedForm(outcome, form.typed), statusOf(outcome));
    });
  };
  for (const step of remarkSteps) mount(step);
  mount(signing);
  mount(numbering);
  mount(issuing);
  mount(elsewhere);

  life.get("/phong-trao/:id/nam-sau", async (c) => {
    const seen = await launchersOnly(c, gathered);
    return showStep(c, seen, nextYear, emptyForm);
  });
  life.post("/phong-trao/:id/nam-sau", async (c) => {
    const { movement } = await launchersOnly(c, gathered);
    await read(c, RemarksForm);
    return copied(c, movement.id, movement.fromYear + 1, {});
  });

  return life;
}

/** These pages are for the launcher's people; for others they are not there. */
async function launchersOnly(c: Context, gathered: Gathered): Promise<Seen> {
  const seen = await seenMovement(c, gathered);
  if (!seen.ofLauncher) throw new NotFound();
  return seen;
}

const provedNow = ({ actor }: Seen): boolean => actor.provedUntil !== null && actor.provedUntil > actor.at;

const toProof = (c: Context) => seeOther(c, `/xac-thuc-lai?tiep=${encodeURIComponent(c.req.path)}`);

async function showStep<Schema extends z.ZodType>(
  c: Context,
  seen: Seen,
  step: StepPage<Schema>,
  state: FormState,
  status: 200 | 403 | 409 | 422 = 200,
) {
  const findings = step.looks ? await findingsOf(seen) : [];
  const blocking = findings.filter((finding) => finding.severity === "block").length;
  return show(
    c,
    <StepView
      frame={await frameOf(c)}
      movement={seen.movement}
      words={await step.words(seen)}
      state={state}
      formKey={newKey()}
      findings={findings}
      closed={blocking > 0 ? `Còn ${blocking} điểm phải xử lý ở trên` : undefined}
    >
      {await step.fields(seen, state)}
    </StepView>,
    status,
  );
}

const MOST_NAMED = 6;

/** Whom the launch would reach today, as the final pages name them. */
async function reachedNames({ reader, movement, actor }: Seen) {
  const units = await reachedUnits(reader, movement.launcher, movement.scope, actor.day);
  const shown = units.slice(0, MOST_NAMED).map((unit) => unit.name);
  return {
    count: units.length,
    names: units.length > shown.length ? [...shown, `và ${units.length - shown.length} đơn vị khác`] : shown,
  };
}

type RemarkStep = StepPage<typeof RemarksForm>;

const launchersPeople = (seen: Seen, who: string) => ({
  label: "Ai nhận việc tiếp",
  names: [`${who} của ${seen.movement.launcher.name}`],
});

const opening: RemarkStep = {
  path: "lay-y-kien",
  schema: RemarksForm,
  done: "Đã gửi dự thảo lấy ý kiến.",
  words: async (seen) => {
    const reached = await reachedNames(seen);
    return {
      path: "lay-y-kien",
      title: "Gửi dự thảo lấy ý kiến",
      verb: "Gửi lấy ý kiến",
      effects: [
        "Các đơn vị trong phạm vi đọc được dự thảo và góp ý từng phần.",
        "Thủ trưởng và cán bộ đầu mối của các đơn vị nhận thông báo.",
        "Người soạn trả lời từng ý kiến: tiếp thu, tiếp thu một phần hoặc không, và vì sao.",
      ],
      touched: { label: `Gửi tới ${reached.count} đơn vị`, names: reached.names },
      basis: [LAUNCH],
      afterwards: "Trong lúc lấy ý kiến vẫn sửa được dự thảo; trả lại được để soạn tiếp.",
    };
  },
  fields: async (_seen, state) => <RemarksField state={state} label="Lời nhắn, thời hạn góp ý" optional />,
  take: (c, seen, { remarks }) => openForComment(actorOf(c), { movementId: seen.movement.id, remarks }),
};

const adopting: RemarkStep = {
  path: "thong-qua",
  schema: RemarksForm,
  looks: true,
  done: "Đã thông qua dự thảo.",
  words: async (seen) => ({
    path: "thong-qua",
    title: "Thông qua dự thảo",
    verb: "Thông qua",
    effects: ["Nội dung dự thảo được chốt; từ đây muốn sửa phải trả lại.", "Người soạn in bản trình ký."],
    touched: launchersPeople(seen, "Chuyên viên thường trực"),
    basis: [LAUNCH],
    afterwards: "Có thể trả lại để soạn tiếp cho đến khi ký.",
  }),
  fields: async (_seen, state) => <RemarksField state={state} label="Ý kiến" optional />,
  take: (c, seen, { remarks }) => adoptMovement(actorOf(c), { movementId: seen.movement.id, remarks }),
};

const givingBack: RemarkStep = {
  path: "tra-lai",
  schema: RemarksForm,
  done: "Đã trả lại để soạn tiếp.",
  words: async (seen) => ({
    path: "tra-lai",
    title: "Trả lại để soạn tiếp",
    verb: "Trả lại",
    effects: ["Phong trào trở lại là dự thảo; góp ý và trả lời đã có vẫn còn."],
    touched: launchersPeople(seen, "Chuyên viên thường trực"),
    basis: [PAPER],
    afterwards: "Lý do được ghi vào nhật ký.",
  }),
  fields: async (_seen, state) => <RemarksField state={state} label="Lý do trả lại" />,
  take: (c, seen, { remarks }) => returnMovement(actorOf(c), { movementId: seen.movement.id, remarks }),
};

const printing: RemarkStep = {
  path: "trinh-ky",
  schema: RemarksForm,
  done: "Đã ghi nhận in bản trình ký.",
  words: async (seen) => ({
    path: "trinh-ky",
    title: "In bản trình ký",
    verb: "Đã in, trình ký",
    effects: [
      "Tải quyết định và kế hoạch ở mục Văn bản rồi in trình ký.",
      "Ghi nhận rằng văn bản đang trình người có thẩm quyền ký.",
    ],
    touched: launchersPeople(seen, "Người có thẩm quyền ký"),
    basis: [`${PAPER}, Điều 13`],
    afterwards: "Có thể trả lại để soạn tiếp cho đến khi ký.",
  }),
  fields: async () => null,
  take: (c, seen) => printMovement(actorOf(c), { movementId: seen.movement.id }),
};

const closing: RemarkStep = {
  path: "ket-thuc",
  schema: RemarksForm,
  done: "Đã kết thúc phong trào.",
  words: async (_seen) => ({
    path: "ket-thuc",
    title: "Kết thúc phong trào",
    verb: "Kết thúc",
    effects: [
      "Các đơn vị không đăng ký thêm vào phong trào này.",
      "Hồ sơ, số liệu và nhật ký giữ nguyên để tra cứu.",
    ],
    touched: { label: "Ai thấy", names: ["Các đơn vị trong phạm vi của phong trào"] },
    basis: ["Luật 06/2022/QH15, Điều 17"],
    afterwards: "Không mở lại được; năm sau lập phong trào mới theo phong trào này.",
  }),
  fields: async (_seen, state) => (
    <RemarksField state={state} label="Lý do, nếu kết thúc trước thời hạn" optional />
  ),
  take: (c, seen, { remarks }) => closeMovement(actorOf(c), { movementId: seen.movement.id, remarks }),
};

const nextYear: RemarkStep = {
  path: "nam-sau",
  schema: RemarksForm,
  done: "Đã lập dự thảo.",
  words: async (seen) => ({
    path: "nam-sau",
    title: `Lập phong trào năm ${seen.movement.fromYear + 1}`,
    verb: "Lập dự thảo",
    effects: [
      `Nội dung, chỉ tiêu, đợt, hạn, nơi nhận được chép sang dự thảo năm ${seen.movement.fromYear + 1}, ngày dời một năm.`,
      "Ngày không có thật ở năm mới (như 29/02) được giữ như viết và chỉ ra để xử lý.",
      "Chủ đề, khẩu hiệu và dịp chào mừng để trống để viết mới.",
    ],
    touched: launchersPeople(seen, "Chuyên viên thường trực"),
    basis: [LAUNCH],
    afterwards: "Dự thảo chỉ người của cơ quan phát động thấy.",
  }),
  fields: async () => null,
  take: async (_c, seen) => seen.movement.id,
};

const remarkSteps: readonly RemarkStep[] = [opening, adopting, givingBack, printing, closing];

const signing: StepPage<typeof SignatureForm> = {
  path: "ky",
  schema: SignatureForm,
  done: "Đã ghi nhận văn bản được ký.",
  words: async (seen) => ({
    path: "ky",
    title: "Ghi nhận văn bản đã ký",
    verb: "Ghi nhận đã ký",
    effects: ["Ghi ai ký, thẩm quyền nào, ngày nào.", "Văn thư cấp số, ngày văn bản."],
    touched: launchersPeople(seen, "Văn thư"),
    basis: [`${PAPER}, Điều 13`],
    afterwards: "Sau khi ký không trả lại được; sai sót sửa bằng văn bản khác.",
  }),
  fields: async (seen, state) => (
    <>
      <SignatureFields state={state} role={headOffices[seen.movement.launcher.kind] ?? ""} />
      <SignedOnField state={state} today={writeDay(seen.actor.day)} />
    </>
  ),
  take: (c, seen, values) => signMovement(actorOf(c), { movementId: seen.movement.id, ...values }),
};

const numbering: StepPage<typeof NumberForm> = {
  path: "cap-so",
  schema: NumberForm,
  done: "Đã cấp số, ngày văn bản.",
  words: async (seen) => ({
    path: "cap-so",
    title: "Cấp số, ngày văn bản",
    verb: "Cấp số",
    effects: [
      "Số và ngày được ghi vào văn bản phát động.",
      "Số đã cấp trong năm cho văn bản khác thì không nhận.",
    ],
    touched: launchersPeople(seen, "Người ban hành"),
    basis: [`${PAPER}, Điều 15`],
    afterwards: "Số đã cấp không đổi được.",
  }),
  fields: async (seen, state) => {
    const facts = await paperFactsOf(seen.reader, seen.movement.launcher.id, seen.actor.day);
    return (
      <NumberFields
        state={state}
        symbol={usualSymbol(facts.code, "QĐ")}
        place={facts.place}
        today={writeDay(seen.actor.day)}
      />
    );
  },
  take: (c, seen, values) => numberMovement(actorOf(c), { movementId: seen.movement.id, ...values }),
};

const issuing: StepPage<typeof IssueForm> = {
  path: "ban-hanh",
  schema: IssueForm,
  proves: true,
  looks: true,
  done: "Đã ban hành và gửi xuống các đơn vị.",
  words: async (seen) => {
    const reached = await reachedNames(seen);
    const paper = launchPaperOf(seen.movement);
    return {
      path: "ban-hanh",
      title: "Ban hành phong trào",
      verb: "Ban hành",
      effects: [
        `Phong trào có hiệu lực${paper ? ` theo ${writeSymbol(paper) ?? "văn bản"}` : ""}; các đơn vị trong phạm vi có việc phải làm theo từng hạn.`,
        "Thủ trưởng, chuyên viên thường trực và cán bộ đầu mối của các đơn vị nhận thông báo và thư.",
        seen.movement.onPortal
          ? "Phong trào được đăng trên Cổng thông tin."
          : "Phong trào không đăng trên Cổng thông tin.",
        `Văn thư có danh sách ${seen.movement.recipients.length} nơi nhận để gửi.`,
      ],
      touched: { label: `Gửi xuống ${reached.count} đơn vị`, names: reached.names },
      basis: [LAUNCH],
      afterwards: "Không rút lại được; thay đổi sau này bằng văn bản điều chỉnh, ghi cả trước và sau.",
    };
  },
  fields: async (seen, state) => {
    const watch = (await findingsOf(seen)).filter((finding) => finding.severity === "watch").length;
    return watch > 0 ? <AcknowledgeField state={state} count={watch} /> : null;
  },
  take: (c, seen, { acknowledged }) =>
    issueMovement(actorOf(c), { movementId: seen.movement.id, acknowledged }),
};

const elsewhere: StepPage<typeof ElsewhereForm> = {
  path: "da-ban-hanh",
  schema: ElsewhereForm,
  proves: true,
  done: "Đã lập phong trào từ văn bản đã ban hành.",
  words: async (seen) => {
    const reached = await reachedNames(seen);
    return {
      path: "da-ban-hanh",
      title: "Văn bản đã ký, ban hành ở nơi khác",
      verb: "Ban hành theo văn bản này",
      effects: [
        "Dự thảo trở thành phong trào đã ban hành trong một bước, với số và ngày của văn bản.",
        "Các đơn vị trong phạm vi nhận thông báo và có việc phải làm theo từng hạn.",
      ],
      touched: { label: `Gửi xuống ${reached.count} đơn vị`, names: reached.names },
      basis: [LAUNCH],
      afterwards: "Không rút lại được; thay đổi sau này bằng văn bản điều chỉnh.",
    };
  },
  fields: async (seen, state) => {
    const unit = await findUnit(seen.reader, seen.movement.launcher.id, seen.actor.day);
    const facts = await paperFactsOf(seen.reader, seen.movement.launcher.id, seen.actor.day);
    return (
      <>
        <NumberFields
          state={state}
          symbol={usualSymbol(unit?.code ?? "", "QĐ")}
          place={facts.place}
          today=""
        />
        <SignatureFields state={state} role={headOffices[seen.movement.launcher.kind] ?? ""} />
        {state.errors.sameDocument && <SameDocumentField state={state} />}
      </>
    );
  },
  take: (c, seen, values) => issueElsewhere(actorOf(c), { movementId: seen.movement.id, ...values }),
};
