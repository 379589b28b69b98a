import { type Day, writeDay } from "../platform/day.ts";
import type { Refusal } from "../platform/refusal.ts";
import {
  ButtonLink,
  Card,
  ClosedAction,
  DataTable,
  type Frame,
  Page,
  type TableAddress,
  Tabs,
  Tag,
  Timeline,
} from "../web/kit.ts";
import { Basis, Mark, spanWords } from "./mark.view.tsx";
import { type EnteredNumber, nameOfKey, writeRow } from "./number.ts";
import { type EnteredRow, type NumberKind, numberKindNames, numberKinds } from "./numbers.ts";

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
