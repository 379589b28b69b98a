import type { Actor } from "../platform/actor.ts";
import type { Frame } from "../web/frame.ts";
import {
  addressWith,
  ButtonLink,
  Card,
  DataTable,
  DeadlineTag,
  EmptyState,
  InstantText,
  Page,
  Stack,
  type TableAddress,
  UnitLine,
} from "../web/kit.ts";
import { SideTabs } from "./parts.view.tsx";
import { dueOf, type Question, questionKindNames, questionStateNames } from "./question.ts";
import { QuestionTag } from "./question.view.tsx";

const HOME = "/theo-doi/kien-nghi";

interface QuestionListProps {
  frame: Frame;
  actor: Actor;
  address: TableAddress;
  page: number;
  found: { readonly rows: readonly Question[]; readonly total: number };
  movements: readonly { id: number; name: string; year: number }[];
  asks: boolean;
  answers: boolean;
}

/** Everything raised by one's units or to one's body. */
export const QuestionListView = (props: QuestionListProps) => (
  <Page
    frame={props.frame}
    title="Kiến nghị, vướng mắc"
    lead="Đơn vị gửi khó khăn, câu hỏi, đề xuất tới cơ quan thường trực; mỗi kiến nghị có hạn trả lời và được giữ đến khi kết thúc."
    help="kien-nghi"
    actions={props.asks && <ButtonLink href={`${HOME}/moi`}>Gửi kiến nghị</ButtonLink>}
  >
    <Stack>
      <SideTabs current="kien-nghi" />
      <Card title="Danh sách kiến nghị" flush>
        <QuestionTable {...props} />
      </Card>
    </Stack>
  </Page>
);

function QuestionTable({ address, found, page, movements, actor, answers, asks }: QuestionListProps) {
  const exportAddress = (path: string) => addressWith({ path, query: address.query }, { trang: null });
  return (
    <DataTable<Question>
      id="kien-nghi"
      caption="Danh sách kiến nghị"
      address={address}
      rows={found.rows}
      rowKey={({ id }) => `${id}`}
      paging={{ page, total: found.total, noun: "kiến nghị" }}
      exports={[
        { label: "XLSX", href: exportAddress(`${HOME}/danh-sach.xlsx`) },
        { label: "CSV", href: exportAddress(`${HOME}/danh-sach.csv`) },
      ]}
      filters={[
        { kind: "search", name: "q", label: "Tìm đơn vị, vấn đề" },
        {
          kind: "choice",
          name: "trang-thai",
          label: "Trạng thái",
          choices: Object.entries(questionStateNames).map(([value, label]) => ({ value, label })),
        },
        {
          kind: "choice",
          name: "loai",
          label: "Loại",
          choices: Object.entries(questionKindNames).map(([value, label]) => ({ value, label })),
        },
        {
          kind: "choice",
          name: "phong-trao",
          label: "Phong trào",
          choices: movements.map(({ id, name }) => ({ value: `${id}`, label: name })),
        },
        {
          kind: "choice",
          name: "loc",
          label: "Chỉ xem",
          choices: [
            ...(answers ? [{ value: "cho-toi", label: "Chờ tôi trả lời" }] : []),
            { value: "qua-han", label: "Quá hạn trả lời" },
          ],
        },
      ]}
      empty={
        Object.keys(address.query).length === 0 ? (
          <EmptyState
            title="Chưa có kiến nghị nào"
            action={asks && <ButtonLink href={`${HOME}/moi`}>Gửi kiến nghị</ButtonLink>}
          >
            Khi đơn vị gặp khó khăn, vướng mắc, hãy gửi tới cơ quan thường trực tại đây.
          </EmptyState>
        ) : undefined
      }
      columns={[
        {
          key: "van-de",
          label: "Vấn đề",
          head: true,
          cell: (row) => <UnitLine name={row.title} href={`${HOME}/${row.id}`} path={[row.unitName]} />,
        },
        { key: "loai", label: "Loại", cell: (row) => questionKindNames[row.kind] },
        { key: "noi-giu", label: "Nơi trả lời", cell: (row) => row.holderName },
        {
          key: "trang-thai",
          label: "Trạng thái",
          kind: "tag",
          cell: (row) => (
            <>
              <QuestionTag state={row.state} />{" "}
              {row.state === "open" && <DeadlineTag deadline={dueOf(row)} at={actor.at} />}
            </>
          ),
        },
        { key: "gui-luc", label: "Gửi lúc", kind: "day", cell: (row) => <InstantText at={row.askedAt} /> },
      ]}
    />
  );
}
