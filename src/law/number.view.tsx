import { type Day, writeDay } from "../platform/day.ts";
import type { Refusal } from "../platform/refusal.ts";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckAnswers,
  Checkbox,
  ClosedAction,
  DataTable,
  DayField,
  Diff,
  EmptyState,
  ErrorSummary,
  type Frame,
  Notice,
  NumberField,
  Page,
  SelectField,
  Stack,
  type TableAddress,
  Tabs,
  Tag,
  TextArea,
  TextField,
  Timeline,
} from "../web/kit.ts";
import { nameOf } from "./catalogue.ts";
import { Basis, Mark, spanWords } from "./mark.view.tsx";
import { type EnteredNumber, keysOf, type NewNumber, nameOfKey, writeRow } from "./number.ts";
import type { Effects } from "./number-effects.ts";
import { type EnteredRow, type NumberKind, numberKindNames, numberKinds } from "./numbers.ts";

const crumbs = (label: string) => [
  { label: "Pháp luật", href: "/phap-luat" },
  { label: "Con số", href: "/phap-luat/con-so" },
  { label },
];

/** A row of the list: whether it was entered here, and by whom. */
export interface NumberLine extends EnteredRow {
  readonly entered: EnteredNumber | null;
}

interface NumbersViewProps {
  frame: Frame;
  kind: NumberKind;
  rows: readonly NumberLine[];
  address: TableAddress;
  page: number;
  /** All rows, over all pages. */
  total: number;
  today: Day;
  mayEnter: boolean;
  refusal: Refusal | null;
  history: readonly EnteredNumber[];
}

/** The numbers of one kind as dated rows, newest first. */
export function NumbersView(props: NumbersViewProps) {
  const { frame, kind, rows, address, page, total, today, mayEnter, refusal, history } = props;
  return (
    <Page
      frame={frame}
      title="Con số của pháp luật"
      crumbs={[{ label: "Pháp luật", href: "/phap-luat" }, { label: "Con số" }]}
      lead="Số nào cũng có ngày áp dụng và văn bản; số đã dùng không bao giờ bị sửa, số mới nối theo."
      actions={
        mayEnter ? (
          <ButtonLink href={`/phap-luat/con-so/moi?kind=${kind}`}>Nhập số mới</ButtonLink>
        ) : (
          <ClosedAction id="nhap-so" label="Nhập số mới" reason={refusal?.sentence} />
        )
      }
    >
      <Tabs
        label="Loại số"
        tabs={numberKinds.map((one) => ({
          href: `/phap-luat/con-so?loai=${one}`,
          label: numberKindNames[one],
          current: one === kind,
        }))}
      />
      <DataTable
        id="con-so"
        caption={numberKindNames[kind]}
        address={address}
        rows={rows}
        paging={{ page, total, noun: "con số" }}
        rowKey={({ key, from }) => `${key} ${from}`}
        filters={[
          { kind: "search", name: "q", label: "Của danh hiệu, việc" },
          {
            kind: "choice",
            name: "doi-chieu",
            label: "Đối chiếu",
            choices: [
              { value: "chua", label: "Chưa đối chiếu" },
              { value: "roi", label: "Đã đối chiếu" },
            ],
          },
        ]}
        columns={[
          { key: "cua", label: "Của", cell: ({ key }) => nameOfKey(kind, key) },
          {
            key: "so",
            label: "Số",
            kind: "number",
            cell: (row) => <b>{writeRow(row)}</b>,
          },
          {
            key: "ap-dung",
            label: "Áp dụng",
            cell: (row) => (
              <>
                {spanWords(row)}
                {row.from <= today && (row.to === null || today < row.to) && (
                  <>
                    {" "}
                    <Tag tone="action">Hôm nay</Tag>
                  </>
                )}
              </>
            ),
          },
          {
            key: "can-cu",
            label: "Căn cứ",
            cell: (row) => (
              <>
                <Basis basis={row.basis} />
                {row.entered && (
                  <small class="soft">
                    {" "}
                    {row.entered.actorName} nhập{row.entered.corrects && `, thay ${row.entered.corrects}`}
                  </small>
                )}
              </>
            ),
          },
          {
            key: "doi-chieu",
            label: "Đối chiếu",
            kind: "tag",
            cell: (row) => (
              <>
                <Mark verified={row.verified} />
                {mayEnter && !row.verified && (
                  <>
                    <br />
                    <a class="small" href={correctionAddress(row)}>
                      Xác nhận, sửa<span class="unseen"> {nameOfKey(kind, row.key)}</span>
                    </a>
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      {kind === "ratio" && (
        <p class="small soft">
          Tỷ lệ nhập ở đây thay cho tỷ lệ trong tiêu chuẩn của danh hiệu, từ ngày áp dụng.
        </p>
      )}
      {history.length > 0 && (
        <Card title="Số đã nhập trong hệ thống">
          <Timeline
            label="Số đã nhập"
            entries={history.map((row) => ({
              at: row.at,
              who: row.postTitle ? `${row.actorName} (${row.postTitle})` : row.actorName,
              what: `nhập ${writeRow(row)} cho ${nameOfKey(row.kind, row.key)}, ${spanWords(row.entered)}${row.corrects ? `, thay ${row.corrects}` : ""}`,
              why: row.note ?? undefined,
            }))}
          />
        </Card>
      )}
    </Page>
  );
}

const correctionAddress = (row: EnteredRow): string => {
  const query = new URLSearchParams({
    kind: row.kind,
    of: row.key,
    from: writeDay(row.from),
    corrects: "co",
  });
  if (row.to) query.set("to", writeDay(row.to));
  query.set("value", writeRow({ ...row, ceiling: false }).replace(/ (đ|%|ngày làm việc)$/, ""));
  query.set("instrument", row.instrument);
  if (row.ceiling) query.set("ceiling", "co");
  return `/phap-luat/con-so/moi?${query}`;
};

const units: Readonly<Record<NumberKind, string | undefined>> = {
  "base-salary": "đ",
  coefficient: undefined,
  threshold: "%",
  ratio: "%",
  deadline: "ngày làm việc",
};

interface NumberFormViewProps {
  frame: Frame;
  kind: NumberKind;
  state: FormState;
}

/** A number to be entered; it leads to what it would change before it counts. */
export function NumberFormView({ frame, kind, state }: NumberFormViewProps) {
  const corrects = state.typed.corrects?.[0] === "co";
  const title = `${corrects ? "Xác nhận, sửa" : "Nhập số mới"}: ${numberKindNames[kind].toLocaleLowerCase("vi")}`;
  return (
    <Page
      frame={frame}
      title={title}
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbs(corrects ? "Xác nhận, sửa" : "Nhập số mới")}
      lead="Bước sau cho xem số này làm thay đổi những gì; chưa có gì được lưu."
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <form class="form" method="get" action="/phap-luat/con-so/xem-truoc" novalidate>
          <input type="hidden" name="kind" value={kind} />
          {corrects && <input type="hidden" name="corrects" value="co" />}
          <SelectField
            {...shown(state, "of", keysOf(kind).length === 1 ? keysOf(kind)[0] : "")}
            label="Số này là của"
            choices={keysOf(kind).map((key) => ({ value: key, label: nameOfKey(kind, key) }))}
          />
          <NumberField
            {...shown(state, "value")}
            label={numberKindNames[kind]}
            unit={units[kind]}
            decimal={kind === "coefficient"}
            hint={kind === "coefficient" ? "Số lần mức lương cơ sở, ví dụ 1,5" : undefined}
          />
          {kind === "coefficient" && (
            <Checkbox
              name="ceiling"
              label="Văn bản chỉ quy định mức tối đa (không quá)"
              checked={state.typed.ceiling?.[0] !== undefined}
            />
          )}
          <DayField {...shown(state, "from")} label="Có hiệu lực từ ngày" hint="Ví dụ 01/07/2027" />
          <DayField
            {...shown(state, "to")}
            label="Hết hiệu lực từ ngày"
            hint="Ngày đầu tiên không còn áp dụng; để trống nếu chưa biết"
            optional
          />
          <TextField
            {...shown(state, "instrument")}
            label="Số, ký hiệu văn bản"
            hint="Ví dụ 161/2026/NĐ-CP"
            width="medium"
          />
          <TextField
            {...shown(state, "basis")}
            label="Căn cứ"
            hint="Ví dụ Nghị định 161/2026/NĐ-CP, Điều 3 khoản 2"
          />
          <Checkbox
            name="verified"
            label="Tôi đã đối chiếu số này với văn bản"
            checked={state.typed.verified?.[0] !== undefined}
          />
          <TextArea {...shown(state, "note")} label="Ghi chú" rows={2} optional />
          <Actions>
            <Button>Xem số này thay đổi gì</Button>
            <ButtonLink href={`/phap-luat/con-so?loai=${kind}`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </form>
      </Card>
    </Page>
  );
}

interface PreviewViewProps {
  frame: Frame;
  asked: NewNumber;
  effects: Effects;
  /** What the form sent, to be sent again or changed. */
  state: FormState;
  today: Day;
  formKey: string;
}

/** What a new number changes, before it counts. */
export function NumberPreviewView({ frame, asked, effects, state, today, formKey }: PreviewViewProps) {
  const query = new URLSearchParams(
    Object.entries(state.typed).flatMap(([name, values]) => values.map((value) => [name, value])),
  );
  return (
    <Page frame={frame} title="Số này thay đổi gì" crumbs={crumbs("Xem trước")} lead="Chưa có gì được lưu.">
      {asked.from < today && (
        <Notice tone="watch" title={`Ngày có hiệu lực ${writeDay(asked.from)} đã qua`}>
          <p>
            Những quyết định, kết luận đã ban hành giữ nguyên số đã dùng; chỉ việc tính từ nay về sau theo số
            này.
          </p>
        </Notice>
      )}
      <Stack>
        <Card title={asked.corrects ? "Xác nhận, sửa số" : "Số mới"}>
          <CheckAnswers
            answers={[
              { label: "Của", value: nameOfKey(asked.kind, asked.key) },
              { label: numberKindNames[asked.kind], value: writeRow(asked) },
              { label: "Áp dụng", value: spanWords(asked) },
              { label: "Văn bản", value: asked.instrument },
              { label: "Căn cứ", value: asked.basis },
              { label: "Đối chiếu", value: <Mark verified={asked.verified} /> },
            ]}
          />
          <ActionForm action="/phap-luat/con-so" formKey={formKey}>
            {Object.entries(state.typed).flatMap(([name, values]) =>
              values.map((value) => <input type="hidden" name={name} value={value} />),
            )}
            <Actions>
              <Button>{asked.corrects ? "Lưu bản xác nhận" : "Lưu số mới"}</Button>
              <ButtonLink href={`/phap-luat/con-so/moi?${query}`} kind="secondary">
                Sửa lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
        <Card title="Kết luận chịu ảnh hưởng">
          {effects.titles.length === 0 ? (
            <p>Không kết luận đủ điều kiện nào dựa vào số này.</p>
          ) : (
            <ul>
              {effects.titles.map((code) => (
                <li>
                  <a href={`/phap-luat/danh-hieu/${code}`}>{nameOf(code)}</a>
                </li>
              ))}
            </ul>
          )}
        </Card>
        <Card title={effects.words} lead={`trước và sau, vào ngày ${writeDay(asked.from)}`} flush>
          {effects.changes.length === 0 ? (
            <EmptyState title="Không có gì thay đổi" />
          ) : (
            <Diff caption={effects.words} changes={effects.changes} />
          )}
        </Card>
      </Stack>
    </Page>
  );
}
