import type { Actor } from "../platform/actor.ts";
import { writeDay } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckAnswers,
  ErrorSummary,
  Lines,
  Notice,
  Page,
  Tag,
  TextArea,
} from "../web/kit.ts";
import type { DeclaredConflict } from "./conflict.store.ts";
import { closedBasis, closedSentence, type Ground, groundNames } from "./conflict.ts";
import { mayConduct, mayPrepare, type SeenCouncil } from "./council.may.ts";
import { askedFor, type Item, itemKindNames, itemStateNames, nomineeName } from "./item.ts";
import type { Outcome } from "./outcome.ts";
import type { Opinion, SessionDocument } from "./paper.store.ts";
import type { Recognition } from "./recognition.store.ts";
import { isBeingPrepared, type Session } from "./session.ts";
import { crumbsOf } from "./session.view.tsx";
import { conflictsIn, reachableNow, type WholeSession } from "./whole.ts";

interface ShutItemPageProps {
  frame: Frame;
  council: SeenCouncil;
  whole: WholeSession;
  item: Item;
  ground: Ground;
}

/** What somebody sees of an item that is shut to them: that it is so, and by which rule. */
export const ShutItemPage = ({ frame, council, whole, ground }: ShutItemPageProps) => (
  <Page
    frame={frame}
    title={ground === "own" ? "Hồ sơ của chính đồng chí" : "Mục đóng với đồng chí"}
    crumbs={crumbsOf(council, whole.session, "Mục đóng")}
  >
    <Notice
      tone="info"
      title={ground === "own" ? "Hồ sơ này là của chính đồng chí" : "Mục này đóng với đồng chí"}
    >
      <p>{closedSentence(ground)}</p>
      <p class="soft">Căn cứ: {closedBasis(ground, whole.rules.paperSymbol)}.</p>
    </Notice>
    <Actions>
      <ButtonLink href={`/hoi-dong/phien/${whole.session.id}`} kind="secondary">
        Về chương trình
      </ButtonLink>
    </Actions>
  </Page>
);

interface ItemPageProps {
  frame: Frame;
  actor: Actor;
  council: SeenCouncil;
  whole: WholeSession;
  item: Item;
  outcome: Outcome | null;
  documents: readonly SessionDocument[];
  opinions: readonly Opinion[];
  declared: readonly DeclaredConflict[];
  recognition: Recognition | null;
  state: FormState;
  formKey: string;
}

/** An item: its nominee, papers, conflicts, what was said, what the vote came to. */
export function ItemPage(props: ItemPageProps) {
  const { frame, council, whole, item, outcome, state } = props;
  const asked = askedFor(item);
  return (
    <Page
      frame={frame}
      title={`Mục ${item.position}: ${nomineeName(item) ?? item.title}`}
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsOf(council, whole.session, `Mục ${item.position}`)}
      lead={[item.place, asked].filter(Boolean).join(" · ")}
      actions={<ItemWays {...props} />}
    >
      <ErrorSummary errors={state.errors} />
      {outcome && (
        <Notice
          tone={outcome.passed ? "good" : "info"}
          title={outcome.passed ? "Hội đồng thông qua" : "Không đạt"}
        >
          <p>
            {outcome.words} {outcome.basis && <span class="soft">({outcome.basis})</span>}
          </p>
        </Notice>
      )}
      {item.kind !== "other" && item.state === "waiting" && <ReachNotice whole={whole} item={item} />}
      <Card title="Nội dung" tag={<Tag>{itemStateNames[item.state]}</Tag>}>
        <CheckAnswers
          answers={[
            { label: "Loại mục", value: itemKindNames[item.kind] },
            { label: "Nội dung", value: item.title },
            ...(nomineeName(item) ? [{ label: "Người, tập thể được xét", value: nomineeName(item) }] : []),
            ...(asked ? [{ label: "Đề nghị", value: asked }] : []),
            ...(item.authors.length > 0
              ? [{ label: "Đồng tác giả", value: item.authors.map(({ name }) => name).join(", ") }]
              : []),
            ...(item.summary ? [{ label: "Tóm tắt", value: item.summary }] : []),
          ]}
        />
      </Card>
      <PapersCard documents={props.documents} session={whole.session} />
      <ConflictsCard whole={whole} item={item} declared={props.declared} />
      <SayingsCard {...props} />
      {item.kind === "initiative" && outcome && <RecognitionCard {...props} />}
    </Page>
  );
}

function ReachNotice({ whole, item }: { whole: WholeSession; item: Item }) {
  const reach = reachableNow(whole, item);
  if (whole.session.state !== "open" && whole.session.state !== "called") return null;
  return (
    <Notice
      tone={reach.reachable ? "info" : "watch"}
      title={reach.reachable ? "Tỷ lệ cần đạt" : "Tỷ lệ không còn đạt được"}
    >
      <p>{reach.words}</p>
    </Notice>
  );
}

function ItemWays({ council, whole, item, actor, formKey }: ItemPageProps) {
  const { session } = whole;
  const base = `/hoi-dong/phien/${session.id}/muc/${item.id}`;
  const conducts = !isRefusal(mayConduct(actor, council, session));
  const prepares = !isRefusal(mayPrepare(actor, council));
  return (
    <>
      {conducts && session.state === "open" && session.openItem !== item.id && item.state === "waiting" && (
        <ActionForm action={`${base}/mo`} formKey={`${formKey}-mo`} inline>
          <Button>Chuyển sang xét mục này</Button>
        </ActionForm>
      )}
      {prepares && isBeingPrepared(session) && (
        <ButtonLink href={`${base}/sua`} kind="secondary">
          Sửa
        </ButtonLink>
      )}
      {prepares && session.state === "preparing" && (
        <ActionForm action={`${base}/bo`} formKey={`${formKey}-bo`} inline>
          <Button kind="quiet">Bỏ khỏi chương trình</Button>
        </ActionForm>
      )}
      {conducts &&
        session.state !== "preparing" &&
        session.state !== "closed" &&
        item.state === "waiting" && (
          <ButtonLink href={`${base}/rut`} kind="quiet">
            Rút mục này…
          </ButtonLink>
        )}
    </>
  );
}

function PapersCard({ documents, session }: { documents: readonly SessionDocument[]; session: Session }) {
  if (documents.length === 0) return null;
  return (
    <Card title="Tài liệu của mục" flush>
      <Lines
        lines={documents.map((paper) => ({
          main: (
            <a href={`/hoi-dong/phien/${session.id}/tai-lieu/${paper.id}`} data-turbo="false">
              {paper.fileName}
            </a>
          ),
        }))}
      />
    </Card>
  );
}

/** Conflicts of the members who vote: computed and declared, and what each does to the item. */
function ConflictsCard({
  whole,
  item,
  declared,
}: {
  whole: WholeSession;
  item: Item;
  declared: readonly DeclaredConflict[];
}) {
  const conflicts = conflictsIn(whole, item);
  const late = declared.filter(({ afterVote }) => afterVote);
  if (conflicts.length === 0 && late.length === 0) return null;
  const nameOf = (person: number) => whole.voters.find((voter) => voter.person === person)?.personName ?? "";
  return (
    <Card title="Xung đột lợi ích đã ghi nhận" flush>
      <Lines
        lines={[
          ...conflicts.map((conflict) => ({
            main: nameOf(conflict.person),
            detail: `${conflict.source === "computed" ? "Hệ thống tính" : "Tự khai báo"}: ${conflict.source === "computed" ? groundNames[conflict.ground] : conflict.words}`,
            end: conflict.closes ? <Tag tone="watch">Đóng, không bỏ phiếu</Tag> : <Tag>Chỉ ghi biên bản</Tag>,
          })),
          ...late.map((conflict) => ({
            main: conflict.personName,
            detail: `Phát hiện sau khi bỏ phiếu: ${conflict.words}${conflict.ruling ? ` · ${conflict.ruling.actorName} quyết định: ${conflict.ruling.resultStands ? "giữ kết quả" : "bỏ phiếu lại"}, ${conflict.ruling.reason}` : " · chờ chủ tọa quyết định"}`,
            end: <Tag tone="watch">Sau bỏ phiếu</Tag>,
          })),
        ]}
      />
    </Card>
  );
}

function SayingsCard({ council, whole, item, actor, opinions, state, formKey }: ItemPageProps) {
  const writes =
    !isRefusal(mayPrepare(actor, council)) &&
    (whole.session.state === "open" || whole.session.state === "closed");
  if (!writes && !item.notes && opinions.length === 0) return null;
  return (
    <Card title="Ý kiến thảo luận">
      {opinions.length > 0 && (
        <Lines
          lines={opinions.map((opinion) => ({
            main: opinion.words,
            detail: `${opinion.personName}, bằng văn bản`,
          }))}
        />
      )}
      {writes ? (
        <ActionForm
          action={`/hoi-dong/phien/${whole.session.id}/muc/${item.id}/ghi-chu`}
          formKey={formKey}
          guard
        >
          <TextArea
            {...shown(state, "notes", item.notes ?? "")}
            label="Ghi ý kiến thảo luận cho biên bản"
            optional
            rows={4}
          />
          <Actions>
            <Button kind="secondary">Lưu ý kiến thảo luận</Button>
          </Actions>
        </ActionForm>
      ) : (
        item.notes && <p>{item.notes}</p>
      )}
    </Card>
  );
}

function RecognitionCard({ council, whole, item, actor, recognition }: ItemPageProps) {
  const writes = !isRefusal(mayPrepare(actor, council));
  return (
    <Card title="Công nhận sáng kiến">
      {recognition ? (
        <p>
          {recognition.recognised ? "Đã công nhận" : "Không công nhận"} theo {recognition.paperSymbol} ngày{" "}
          {writeDay(recognition.paperDay)} của {recognition.decidedBy}; đã ghi vào hồ sơ thành tích của tác
          giả và đồng tác giả.
        </p>
      ) : (
        <>
          <p>
            Hội đồng tư vấn; người có thẩm quyền quyết định công nhận (Nghị định 152/2025/NĐ-CP, Điều 33 khoản
            6). Chưa có quyết định.
          </p>
          {writes && (
            <Actions>
              <ButtonLink href={`/hoi-dong/phien/${whole.session.id}/muc/${item.id}/cong-nhan`}>
                Ghi quyết định công nhận…
              </ButtonLink>
            </Actions>
          )}
        </>
      )}
    </Card>
  );
}

interface WithdrawPageProps {
  frame: Frame;
  council: SeenCouncil;
  session: Session;
  item: Item;
  state: FormState;
  formKey: string;
}

export const WithdrawPage = ({ frame, council, session, item, state, formKey }: WithdrawPageProps) => (
  <Page
    frame={frame}
    title={`Rút mục ${item.position}: ${nomineeName(item) ?? item.title}`}
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsOf(council, session, "Rút mục")}
    lead="Rút được cả khi đang bỏ phiếu: không phiếu nào bị hủy, lựa chọn cho mục này không tính cho ai, các mục khác trên phiếu vẫn có giá trị."
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={`/hoi-dong/phien/${session.id}/muc/${item.id}/rut`} formKey={formKey} guard>
        <TextArea {...shown(state, "reason")} label="Lý do rút" rows={3} />
        <Actions>
          <Button>Rút mục này</Button>
          <ButtonLink href={`/hoi-dong/phien/${session.id}`} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
