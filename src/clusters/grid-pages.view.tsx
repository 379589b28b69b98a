import { writeDay } from "../platform/day.ts";
import type { FormState } from "../web/form.ts";
import { shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DayField,
  ErrorSummary,
  Notice,
  Page,
  Tag,
  TextArea,
  Upload,
} from "../web/kit.ts";
import { type Criterion, flatten, type NumberedCriterion } from "./criteria.ts";
import { ScoreGrid } from "./grid.view.tsx";
import { hasChanged, type KnownFacts, knownValue } from "./known.ts";
import type { YearMember } from "./member.ts";
import { writeHundredths } from "./points.ts";
import { pointsBySide, type ScoreEntry, type Side } from "./sheet.ts";
import { sheetCrumbs } from "./sheet.view.tsx";
import type { WholeSheet, WholeYear } from "./whole-sheet.store.ts";
import { sheetHref, yearCrumbs, yearHref } from "./year-tags.view.tsx";

interface GridPageProps {
  frame: Frame;
  whole: WholeSheet;
  entries: readonly ScoreEntry[];
  facts: KnownFacts;
  at: Date;
  state: FormState;
  formKey: string;
}

const failed = (state: FormState): boolean => Object.keys(state.errors).length > 0;

const entryOn = (entries: readonly ScoreEntry[], criterion: number, side: Side): ScoreEntry | undefined =>
  entries.find((entry) => entry.criterion === criterion && entry.side === side);

const KEYS = "Phím mũi tên và Enter chuyển ô; số lẻ ghi dấu phẩy, ví dụ 9,5.";

/** The unit's own scores, all in one form. */
export function SelfGridPage(props: GridPageProps & { fromFile?: boolean }) {
  const { frame, whole, entries, facts, at, state } = props;
  const { sheet, table } = whole;
  const points = pointsBySide(entries, "self");
  return (
    <Page
      frame={frame}
      title={`Tự chấm điểm: ${sheet.unitName}`}
      help="cum-thi-dua"
      failed={failed(state)}
      crumbs={sheetCrumbs(whole, { label: "Chấm điểm" })}
      lead={
        <>
          Hạn {writeDay(whole.scoring.calendar.selfUntil)} · Tổng đã lưu{" "}
          <b>{writeHundredths(sheet.selfTotal)}</b> điểm. {KEYS}
        </>
      }
    >
      <ErrorSummary errors={state.errors} />
      {props.fromFile && (
        <Notice tone="info" title="Đã điền từ tệp Excel, chưa lưu">
          <p>Hãy xem lại các ô rồi bấm “Lưu điểm”.</p>
        </Notice>
      )}
      <Card flush>
        <ActionForm action={sheetHref(sheet.id, "/cham")} formKey={props.formKey} guard>
          <input type="hidden" name="version" value={sheet.version} />
          <ScoreGrid
            caption="Điểm tự chấm theo tiêu chí"
            table={table}
            state={state}
            wordsLabel="Ghi chú"
            pointsOf={(id) => points.get(id) ?? null}
            valueOf={(id) => selfValue(entries, id) ?? proposed(table.criteria.groups, id, facts, at)}
            under={(criterion) => <Known criterion={criterion} entries={entries} facts={facts} at={at} />}
          />
          <div class="card-body">
            <Actions>
              <Button>Lưu điểm</Button>
              <ButtonLink href={sheetHref(sheet.id)} kind="secondary">
                Về phiếu
              </ButtonLink>
              <ButtonLink href={sheetHref(sheet.id, "/nhap")} kind="quiet">
                Nhập từ Excel…
              </ButtonLink>
            </Actions>
          </div>
        </ActionForm>
      </Card>
    </Page>
  );
}

function selfValue(entries: readonly ScoreEntry[], id: number) {
  const entry = entryOn(entries, id, "self");
  return entry ? { actual: entry.actual, planned: entry.planned, words: entry.note } : null;
}

/** What the product knows is put in beforehand; the unit may write something else. */
function proposed(groups: readonly Criterion[], id: number, facts: KnownFacts, at: Date) {
  const criterion = flatten(groups).find((one) => one.id === id);
  const known = criterion ? knownValue(criterion, facts, at) : null;
  return { actual: known?.actual ?? null, planned: known?.planned ?? null, words: null };
}

/** Where a value comes from, and whether it has changed since it was saved. */
function Known(props: {
  criterion: NumberedCriterion;
  entries: readonly ScoreEntry[];
  facts: KnownFacts;
  at: Date;
}) {
  const { criterion, entries, facts, at } = props;
  const known = knownValue(criterion, facts, at);
  const saved = entryOn(entries, criterion.id, "self")?.source ?? null;
  if (!known && !saved)
    return criterion.source ? <small>Hệ thống chưa có số liệu; đơn vị tự nhập.</small> : null;
  return (
    <small>
      Hệ thống: {known?.href ? <a href={known.href}>{known.words}</a> : (known?.words ?? "không còn số liệu")}{" "}
      {hasChanged(saved, known) && <Tag tone="watch">Khác lúc lưu ({saved!.words})</Tag>}
    </small>
  );
}

/** The standing body's scores beside the unit's own. */
export function VerifyGridPage(props: GridPageProps) {
  const { frame, whole, entries, facts, at, state } = props;
  const { sheet, table } = whole;
  const self = pointsBySide(entries, "self");
  const verified = pointsBySide(entries, "verified");
  return (
    <Page
      frame={frame}
      title={`Thẩm định: ${sheet.unitName}`}
      help="cum-thi-dua"
      failed={failed(state)}
      crumbs={sheetCrumbs(whole, { label: "Thẩm định" })}
      lead={
        <>
          Tự chấm <b>{writeHundredths(sheet.selfTotal)}</b> điểm. Các ô điền sẵn theo số tự chấm; sửa chỗ khác
          thì ghi lý do. {KEYS}
        </>
      }
    >
      <ErrorSummary errors={state.errors} />
      <Card flush>
        <ActionForm action={sheetHref(sheet.id, "/tham-dinh")} formKey={props.formKey} guard>
          <input type="hidden" name="version" value={sheet.version} />
          <ScoreGrid
            caption="Điểm thẩm định theo tiêu chí"
            table={table}
            state={state}
            wordsLabel="Lý do nếu khác"
            beside={{
              label: "Tự chấm",
              cell: ({ id }) => (self.has(id) ? writeHundredths(self.get(id)!) : "–"),
            }}
            pointsOf={(id) => verified.get(id) ?? null}
            valueOf={(id) => {
              const entry = entryOn(entries, id, "verified");
              const own = selfValue(entries, id);
              return entry
                ? { actual: entry.actual, planned: entry.planned, words: entry.reason }
                : { actual: own?.actual ?? null, planned: own?.planned ?? null, words: null };
            }}
            under={(criterion) => (
              <>
                <Known criterion={criterion} entries={entries} facts={facts} at={at} />
                <OwnNote note={entryOn(entries, criterion.id, "self")?.note ?? null} />
              </>
            )}
          />
          <div class="card-body">
            <TextArea {...shown(state, "remarks")} label="Nhận xét chung" rows={2} optional />
            <Actions>
              <Button name="step" value="finish">
                Hoàn thành thẩm định
              </Button>
              <Button kind="secondary" name="step" value="keep">
                Lưu tạm
              </Button>
              <ButtonLink href={sheetHref(sheet.id)} kind="quiet">
                Về phiếu
              </ButtonLink>
            </Actions>
          </div>
        </ActionForm>
      </Card>
    </Page>
  );
}

const OwnNote = ({ note }: { note: string | null }) => (note ? <small>Đơn vị ghi: {note}</small> : null);

interface PaperPageProps {
  frame: Frame;
  whole: WholeYear;
  member: YearMember;
  state: FormState;
  formKey: string;
}

/** A sheet that came on paper, typed by the standing officer. */
export const PaperPage = ({ frame, whole, member, state, formKey }: PaperPageProps) => (
  <Page
    frame={frame}
    title={`Nhập phiếu giấy: ${member.name}`}
    failed={failed(state)}
    crumbs={yearCrumbs(whole.scoring, { label: "Nhập phiếu giấy" })}
    lead={`Ghi đúng như bản giấy. ${KEYS}`}
  >
    <ErrorSummary errors={state.errors} />
    <Card flush>
      <ActionForm action={yearHref(whole.scoring.id, `/ban-giay/${member.unit}`)} formKey={formKey} guard>
        <div class="card-body">
          <DayField
            {...shown(state, "receivedOn")}
            label="Ngày nhận bản giấy"
            hint={`Hạn tự chấm ${writeDay(whole.scoring.calendar.selfUntil)}; nhận sau hạn phải ghi lý do`}
          />
          <TextArea {...shown(state, "lateReason")} label="Lý do gửi muộn" rows={2} optional />
          <TextArea {...shown(state, "remarks")} label="Ghi chú" rows={2} optional />
        </div>
        <ScoreGrid
          caption="Điểm tự chấm theo bản giấy"
          table={whole.table}
          state={state}
          wordsLabel="Ghi chú"
          pointsOf={() => null}
          valueOf={() => ({ actual: null, planned: null, words: null })}
          under={() => null}
        />
        <div class="card-body">
          <Actions>
            <Button>Lưu phiếu giấy</Button>
            <ButtonLink href={yearHref(whole.scoring.id)} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </div>
      </ActionForm>
    </Card>
  </Page>
);

export const ImportPage = ({
  frame,
  whole,
  state,
  formKey,
}: Pick<GridPageProps, "frame" | "whole" | "state" | "formKey">) => (
  <Page
    frame={frame}
    title="Nhập điểm từ Excel"
    failed={failed(state)}
    crumbs={sheetCrumbs(whole, { label: "Nhập từ Excel" })}
    lead="Tải phiếu ra Excel, điền các cột Thực hiện, Được giao, Ghi chú rồi gửi lại tệp; chưa lưu gì cho đến khi Ông/Bà xem lại."
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <p>
        <a href={sheetHref(whole.sheet.id, "/phieu.xlsx")} data-turbo="false">
          Tải phiếu ra Excel
        </a>
      </p>
      <ActionForm action={sheetHref(whole.sheet.id, "/nhap")} formKey={formKey} files>
        <Upload name="sheet" label="Tệp Excel đã điền" accept=".xlsx,.csv" error={state.errors.sheet} />
        <Actions>
          <Button>Đọc tệp</Button>
          <ButtonLink href={sheetHref(whole.sheet.id, "/cham")} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
