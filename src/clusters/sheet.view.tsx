import type { Actor } from "../platform/actor.ts";
import { writeDay } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import type { FormState } from "../web/form.ts";
import { shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  type Column,
  Columns,
  DataTable,
  DayField,
  ErrorSummary,
  FinalStep,
  Notice,
  Page,
  Stack,
  Tag,
  TextArea,
  Timeline,
} from "../web/kit.ts";
import { flatten, leavesOf, type NumberedCriterion, totalOf } from "./criteria.ts";
import type { Evidence } from "./evidence.store.ts";
import { hasChanged, type KnownFacts, knownValue } from "./known.ts";
import type { Opinion } from "./opinion.store.ts";
import { OpinionsCard } from "./opinion.view.tsx";
import { type Hundredths, writeHundredths } from "./points.ts";
import { inputsOf } from "./rule-words.ts";
import { mayOpine, maySeeVerified, mayVerify, writesFor } from "./score.may.ts";
import { sumBelow } from "./score.ts";
import { phaseOf } from "./scoring-year.ts";
import type { SheetHistoryEntry } from "./sheet.store.ts";
import { pointsBySide, refuseWriting, type ScoreEntry } from "./sheet.ts";
import type { WholeSheet } from "./whole-sheet.store.ts";
import { SheetTag, sheetHref, yearCrumbs } from "./year-tags.view.tsx";

export interface SheetPageProps {
  frame: Frame;
  actor: Actor;
  whole: WholeSheet;
  entries: readonly ScoreEntry[];
  evidence: readonly Evidence[];
  opinions: readonly Opinion[];
  history: readonly SheetHistoryEntry[];
  facts: KnownFacts;
}

export const sheetCrumbs = ({ scoring, sheet }: WholeSheet, ...more: readonly { label: string }[]) =>
  yearCrumbs(
    scoring,
    { label: sheet.unitName, ...(more.length > 0 ? { href: sheetHref(sheet.id) } : {}) },
    ...more,
  );

/** A unit's sheet: every criterion with its score, its evidence and, for who may see it, the verified score. */
export function SheetPage(props: SheetPageProps) {
  const { frame, actor, whole, entries } = props;
  const { sheet, scoring, table, seen } = whole;
  const verified = !isRefusal(maySeeVerified(actor, seen, sheet));
  return (
    <Page
      frame={frame}
      title={`Phiếu chấm điểm: ${sheet.unitName}`}
      help="cum-thi-dua"
      crumbs={sheetCrumbs(whole)}
      lead={
        <>
          {scoring.clusterName}, năm {`${scoring.year}`} · <SheetTag state={sheet.state} /> · Tự chấm{" "}
          <b>{writeHundredths(sheet.selfTotal)}</b>/{writeHundredths(totalOf(table.criteria))}
          {verified && sheet.verifiedTotal !== null && (
            <>
              {" · Thẩm định "}
              <b>{writeHundredths(sheet.verifiedTotal)}</b>
            </>
          )}
        </>
      }
      actions={<SheetActions actor={actor} whole={whole} entries={entries} />}
    >
      <Returned {...props} />
      <Columns>
        <CriteriaCard {...props} verified={verified} />
        <Stack>
          <OpinionsCard
            opinions={props.opinions}
            criteria={table.criteria}
            addHref={isRefusal(mayOpine(actor, seen, sheet)) ? null : sheetHref(sheet.id, "/y-kien")}
          />
          <HistoryCard history={props.history} />
          <Ways actor={actor} whole={whole} />
        </Stack>
      </Columns>
    </Page>
  );
}

function SheetActions({
  actor,
  whole,
  entries,
}: {
  actor: Actor;
  whole: WholeSheet;
  entries: readonly ScoreEntry[];
}) {
  const { sheet, scoring, seen, table } = whole;
  const writes =
    !isRefusal(writesFor(actor, sheet.unit)) && refuseWriting(sheet, scoring, actor.day) === null;
  const verifies = !isRefusal(mayVerify(actor, seen)) && scoring.publishedAt === null;
  const scored = pointsBySide(entries, "self");
  const complete = leavesOf(table.criteria).every(({ id }) => scored.has(id));
  return (
    <>
      {writes && (
        <ButtonLink href={sheetHref(sheet.id, "/cham")} kind={complete ? "secondary" : "primary"}>
          Chấm điểm
        </ButtonLink>
      )}
      {writes && complete && <ButtonLink href={sheetHref(sheet.id, "/gui")}>Gửi phiếu…</ButtonLink>}
      {verifies && (sheet.state === "submitted" || sheet.state === "verified") && (
        <ButtonLink href={sheetHref(sheet.id, "/tra-lai")} kind="secondary">
          Trả lại…
        </ButtonLink>
      )}
      {verifies && sheet.state === "submitted" && (
        <ButtonLink href={sheetHref(sheet.id, "/tham-dinh")}>Thẩm định</ButtonLink>
      )}
    </>
  );
}

function Returned({ whole, history }: SheetPageProps) {
  const back = whole.sheet.state === "returned" ? history[0] : undefined;
  if (!back) return null;
  return (
    <Notice tone="watch" title="Phiếu đã được trả lại để sửa">
      <p>
        {back.actorName}: {back.remarks}
        {back.dueOn && ` Đề nghị gửi lại đến hết ngày ${writeDay(back.dueOn)}.`}
      </p>
    </Notice>
  );
}

function CriteriaCard(props: SheetPageProps & { verified: boolean }) {
  const { whole, entries, verified } = props;
  const { criteria } = whole.table;
  const self = pointsBySide(entries, "self");
  const checked = pointsBySide(entries, "verified");
  const sumFor = (criterion: NumberedCriterion, points: ReadonlyMap<number, Hundredths>) =>
    criterion.children.length === 0 && !points.has(criterion.id)
      ? "–"
      : writeHundredths(sumBelow(criterion, points));
  const columns: readonly Column<NumberedCriterion>[] = [
    { key: "number", label: "TT", kind: "code", cell: ({ number }) => number },
    {
      key: "name",
      label: "Tiêu chí",
      head: true,
      cell: (criterion) => <CriterionCell {...props} criterion={criterion} />,
    },
    { key: "max", label: "Tối đa", kind: "number", cell: ({ max }) => writeHundredths(max) },
    { key: "self", label: "Tự chấm", kind: "number", cell: (criterion) => sumFor(criterion, self) },
    ...(verified && checked.size > 0
      ? [
          {
            ...{ key: "verified", label: "Thẩm định", kind: "number" as const },
            cell: (criterion: NumberedCriterion) => {
              const differs =
                criterion.children.length === 0 &&
                checked.has(criterion.id) &&
                checked.get(criterion.id) !== (self.get(criterion.id) ?? 0);
              return differs ? (
                <Tag tone="watch">{sumFor(criterion, checked)}</Tag>
              ) : (
                sumFor(criterion, checked)
              );
            },
          },
        ]
      : []),
  ];
  return (
    <Card title="Tiêu chí" flush>
      <DataTable
        id="tieu-chi"
        caption="Điểm theo tiêu chí"
        columns={columns}
        rows={flatten(criteria.groups)}
        rowKey={({ id }) => `${id}`}
        exports={[{ label: "XLSX", href: sheetHref(whole.sheet.id, "/phieu.xlsx") }]}
      />
    </Card>
  );
}

function CriterionCell(props: SheetPageProps & { criterion: NumberedCriterion; verified: boolean }) {
  const { whole, criterion, entries, evidence, facts, actor, verified } = props;
  if (criterion.children.length > 0) return <b>{criterion.name}</b>;
  const entry = entries.find((one) => one.criterion === criterion.id && one.side === "self");
  const checked = entries.find((one) => one.criterion === criterion.id && one.side === "verified");
  const papers = evidence.filter((one) => one.criterion === criterion.id);
  const changed = hasChanged(
    entry?.source ?? null,
    entry?.source ? knownValue(criterion, facts, actor.at) : null,
  );
  return (
    <span class="line">
      <a href={sheetHref(whole.sheet.id, `/muc/${criterion.id}`)}>{criterion.name}</a>
      <small>
        {[writeEntry(criterion, entry), entry?.note, papers.length > 0 ? `${papers.length} minh chứng` : null]
          .filter(Boolean)
          .join(" · ")}
      </small>
      {entry?.source && (
        <small>
          Lấy từ hệ thống: {entry.source.words} {changed && <Tag tone="watch">Nguồn đã đổi</Tag>}
        </small>
      )}
      {verified && checked?.reason && <small>Lý do khác tự chấm: {checked.reason}</small>}
    </span>
  );
}

/** “Thực hiện 120, Được giao 100”. */
function writeEntry(criterion: NumberedCriterion, entry: ScoreEntry | undefined): string | null {
  if (!entry || entry.actual === null || criterion.rule === null || criterion.rule.kind === "MANUAL")
    return null;
  const inputs = inputsOf(criterion.rule);
  const planned =
    inputs.planned && entry.planned !== null
      ? `, ${inputs.planned.toLocaleLowerCase("vi")} ${writeHundredths(entry.planned)}`
      : "";
  return criterion.rule.kind === "STEP_BANDS"
    ? `${writeHundredths(entry.actual)} ${inputs.actual}`
    : `${inputs.actual} ${writeHundredths(entry.actual)}${planned}`;
}

const verbs = {
  submitted: "gửi phiếu",
  returned: "trả lại phiếu",
  verified: "thẩm định xong",
  reopened: "thẩm định lại",
  "taken-over": "tiếp nhận phiếu",
} as const;

const HistoryCard = ({ history }: { history: readonly SheetHistoryEntry[] }) =>
  history.length === 0 ? null : (
    <Card title="Nhật ký">
      <Timeline
        label="Nhật ký của phiếu"
        entries={history.map((one) => ({
          at: one.at,
          who: one.actorName,
          onBehalfOf: one.onBehalfOf ?? undefined,
          what: `${verbs[one.kind]}${one.receivedOn ? `, bản giấy nhận ngày ${writeDay(one.receivedOn)}` : ""}${one.late ? ", sau hạn" : ""}`,
          why: [one.lateReason, one.remarks].filter(Boolean).join("; ") || undefined,
        }))}
      />
    </Card>
  );

function Ways({ actor, whole }: { actor: Actor; whole: WholeSheet }) {
  const { sheet, scoring, seen } = whole;
  const writes =
    !isRefusal(writesFor(actor, sheet.unit)) && refuseWriting(sheet, scoring, actor.day) === null;
  const reopens =
    sheet.state === "verified" && scoring.publishedAt === null && !isRefusal(mayVerify(actor, seen));
  const late = phaseOf(scoring, actor.day) !== "self" && sheet.state === "draft";
  if (!writes && !reopens && !late) return null;
  return (
    <Card title="Việc khác">
      <Stack>
        {writes && <a href={sheetHref(sheet.id, "/nhap")}>Nhập điểm từ Excel…</a>}
        {reopens && <a href={sheetHref(sheet.id, "/tham-dinh-lai")}>Thẩm định lại…</a>}
        {late && <p class="small soft">{refuseWriting(sheet, scoring, actor.day)?.sentence}</p>}
      </Stack>
    </Card>
  );
}

interface StepProps {
  frame: Frame;
  whole: WholeSheet;
  state: FormState;
  formKey: string;
}

const failed = (state: FormState): boolean => Object.keys(state.errors).length > 0;

export const SendPage = ({ frame, whole, state, formKey }: StepProps) => (
  <Page
    frame={frame}
    title="Gửi phiếu chấm điểm"
    failed={failed(state)}
    crumbs={sheetCrumbs(whole, { label: "Gửi" })}
  >
    <ErrorSummary errors={state.errors} />
    <FinalStep
      action={sheetHref(whole.sheet.id, "/gui")}
      formKey={formKey}
      effects={[
        `Gửi điểm tự chấm ${writeHundredths(whole.sheet.selfTotal)} trên ${writeHundredths(totalOf(whole.table.criteria))} điểm.`,
        "Thường trực, Trưởng cụm và các thành viên đã gửi phiếu của mình xem được điểm này; Ông/Bà xem được điểm các đơn vị đã gửi.",
      ]}
      touched={{ label: "Gửi đến", names: [`Thường trực thi đua, khen thưởng ${whole.scoring.founderName}`] }}
      basis={[
        { label: "Thông tư 05/2018/TT-BTP, Điều 6: đơn vị tự chấm điểm" },
        { label: whole.table.basis ?? whole.table.name },
      ]}
      afterwards="Gửi rồi thì không tự sửa được; muốn sửa phải đề nghị Thường trực trả lại phiếu."
      verb="Gửi phiếu"
      backHref={sheetHref(whole.sheet.id)}
    >
      <input type="hidden" name="version" value={whole.sheet.version} />
      <TextArea {...shown(state, "remarks")} label="Ghi chú gửi kèm" rows={2} optional />
    </FinalStep>
  </Page>
);

export const ReturnPage = ({ frame, whole, state, formKey }: StepProps) => (
  <Page
    frame={frame}
    title="Trả lại phiếu chấm điểm"
    failed={failed(state)}
    crumbs={sheetCrumbs(whole, { label: "Trả lại" })}
    lead="Trong lúc sửa, điểm của các đơn vị khác đóng lại với đơn vị này; bản đã gửi vẫn lưu trong nhật ký."
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={sheetHref(whole.sheet.id, "/tra-lai")} formKey={formKey} guard>
        <input type="hidden" name="version" value={whole.sheet.version} />
        <TextArea {...shown(state, "remarks")} label="Đơn vị phải sửa gì" rows={4} />
        <DayField {...shown(state, "dueOn")} label="Gửi lại đến hết ngày" optional />
        <Actions>
          <Button>Trả lại phiếu</Button>
          <ButtonLink href={sheetHref(whole.sheet.id)} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

export const ReopenPage = ({ frame, whole, state, formKey }: StepProps) => (
  <Page
    frame={frame}
    title="Thẩm định lại"
    failed={failed(state)}
    crumbs={sheetCrumbs(whole, { label: "Thẩm định lại" })}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={sheetHref(whole.sheet.id, "/tham-dinh-lai")} formKey={formKey}>
        <input type="hidden" name="version" value={whole.sheet.version} />
        <TextArea {...shown(state, "remarks")} label="Lý do thẩm định lại" rows={3} />
        <Actions>
          <Button>Mở lại thẩm định</Button>
          <ButtonLink href={sheetHref(whole.sheet.id)} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
