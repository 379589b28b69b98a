import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  addressWith,
  BarLine,
  Button,
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  Lines,
  Page,
  Stack,
  type TableAddress,
} from "../web/kit.ts";
import type { ListedPledge } from "./list.store.ts";
import { pledgeStates, stateNames } from "./pledge.ts";
import { SentTag, StateTag } from "./pledge-frame.view.tsx";

interface ListViewProps {
  frame: Frame;
  address: TableAddress;
  page: number;
  found: { rows: readonly ListedPledge[]; total: number };
  choices: { years: readonly number[]; clusters: readonly { id: number; name: string }[] };
  toBegin: readonly { cluster: number; name: string }[];
  year: number;
  receives: boolean;
  formKey: string;
}

export const ListView = (props: ListViewProps) => (
  <Page
    frame={props.frame}
    title="Giao ước thi đua"
    lead="Hội nghị cụm, kế hoạch của cụm và giao ước các đơn vị thành viên ký từng năm."
    help="giao-uoc"
    actions={
      <>
        <ButtonLink href="/giao-uoc/kiem-tra-chu-ky" kind="secondary">
          Kiểm tra chữ ký số
        </ButtonLink>
        {props.receives && (
          <ButtonLink href="/giao-uoc/nhap-ban-giay" kind="secondary">
            Nhập bản giấy của cụm
          </ButtonLink>
        )}
      </>
    }
  >
    <Stack>
      {props.toBegin.length > 0 && (
        <Card title={`Chưa bắt đầu năm ${props.year}`} flush>
          <Lines
            lines={props.toBegin.map((one) => ({
              main: <b>{one.name}</b>,
              detail: "Chuẩn bị hội nghị, dự thảo kế hoạch và giao ước của năm",
              end: (
                <ActionForm action="/giao-uoc" formKey={`${props.formKey}-${one.cluster}`} inline>
                  <input type="hidden" name="cluster" value={one.cluster} />
                  <input type="hidden" name="year" value={props.year} />
                  <Button small>
                    Bắt đầu<span class="unseen"> {one.name}</span>
                  </Button>
                </ActionForm>
              ),
            }))}
          />
        </Card>
      )}
      <Card title="Các cụm theo năm" flush>
        <PledgesTable {...props} />
      </Card>
    </Stack>
  </Page>
);

const PledgesTable = ({ address, page, found, choices }: ListViewProps) => (
  <DataTable<ListedPledge>
    id="giao-uoc"
    caption="Giao ước thi đua theo cụm và năm"
    rows={found.rows}
    rowKey={({ id }) => `${id}`}
    address={address}
    filters={[
      { kind: "search", name: "q", label: "Tìm cụm" },
      {
        kind: "choice",
        name: "nam",
        label: "Năm",
        choices: choices.years.map((year) => ({ value: `${year}`, label: `${year}` })),
      },
      {
        kind: "choice",
        name: "cum",
        label: "Cụm",
        choices: choices.clusters.map(({ id, name }) => ({ value: `${id}`, label: name })),
      },
      {
        kind: "choice",
        name: "trang-thai",
        label: "Trạng thái",
        choices: pledgeStates.map((state) => ({ value: state, label: stateNames[state] })),
      },
    ]}
    columns={[
      {
        key: "cum",
        label: "Cụm, khối, khu vực",
        head: true,
        cell: (row) => <a href={`/giao-uoc/${row.id}`}>{row.clusterName}</a>,
      },
      { key: "nam", label: "Năm", kind: "code", cell: (row) => row.year },
      { key: "buoc", label: "Trạng thái", kind: "tag", cell: (row) => <StateTag state={row.state} /> },
      {
        key: "ky",
        label: "Đã ký",
        cell: (row) => (
          <>
            {row.signed}/{row.members}
            <BarLine
              label={`Đã ký ${row.signed}/${row.members}`}
              value={row.signed}
              of={Math.max(row.members, 1)}
              tone={row.signed === row.members ? "good" : "action"}
            />
          </>
        ),
      },
      {
        key: "gui",
        label: "Gửi Thường trực",
        kind: "tag",
        cell: (row) => <SentTag state={row.sentState} late={row.late} />,
      },
    ]}
    paging={{ page, total: found.total, noun: "giao ước" }}
    exports={[
      { label: "Excel", href: addressWith({ ...address, path: "/giao-uoc/danh-sach.xlsx" }, {}) },
      { label: "CSV", href: addressWith({ ...address, path: "/giao-uoc/danh-sach.csv" }, {}) },
    ]}
    empty={
      <EmptyState title="Chưa có giao ước nào">
        Trưởng, Phó Trưởng cụm bắt đầu năm của cụm; khi dự thảo được gửi lấy ý kiến thì các đơn vị thành viên
        thấy ở đây.
      </EmptyState>
    }
  />
);
