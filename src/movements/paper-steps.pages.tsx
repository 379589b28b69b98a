import { findUnit } from "../org/unit.store.ts";
import { writeDay } from "../platform/day.ts";
import { actorOf } from "../web/http.ts";
import { issueElsewhere } from "./adoption.acts.ts";
import { issueMovement, numberMovement, signMovement } from "./life.acts.ts";
import { findingsOf } from "./looking.pages.ts";
import { headOffices, usualSymbol } from "./movement.document.ts";
import { ElsewhereForm, IssueForm, NumberForm, SignatureForm } from "./movement.form.ts";
import { launchPaperOf, writeSymbol } from "./movement.ts";
import { paperFactsOf } from "./paper-facts.store.ts";
import { LAUNCH, launchersPeople, PAPER, reachedNames, type StepPage } from "./remark-steps.pages.tsx";
import {
  AcknowledgeField,
  NumberFields,
  SameDocumentField,
  SignatureFields,
  SignedOnField,
} from "./steps.view.tsx";

/** The signed paper comes back. */
export const signing: StepPage<typeof SignatureForm> = {
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

/** The clerical office gives number and day. */
export const numbering: StepPage<typeof NumberForm> = {
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

/** The launch goes down to the units in scope. */
export const issuing: StepPage<typeof IssueForm> = {
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

/** A paper signed elsewhere makes the draft issued in one step. */
export const elsewhere: StepPage<typeof ElsewhereForm> = {
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
