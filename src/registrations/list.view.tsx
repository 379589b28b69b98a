import type { Actor } from "../platform/actor.ts";
import { lateFrom } from "../platform/deadline.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  addressWith,
  BarLine,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DeadlineTag,
  DeadlineText,
  EmptyState,
  InstantText,
  Lines,
  Page,
  Stack,
  type TableAddress,
  type TableSort,
  Tag,
  UnitLine,
} from "../web/kit.ts";
import type { ListedRegistration, ListPage } from "./list.store.ts";
import { isOpen, stateNames } from "./registration.ts";
import type { DueRegistration, ReceivedMovement } from "./start.store.ts";
import { LateTag, StateTag } from "./tags.view.tsx";

interface ListViewProps {
  frame: Frame;
  actor: Actor;
  address: TableAddress;
  sort: TableSort;
  page: number;
  found: ListPage;
  movements: readonly { id: number; name: string; year: number }[];
  dues: readonly DueRegistration[];
  received: readonly ReceivedMovement[];
  gathered: readonly Pick<ReceivedMovement, "movement" | "movementName" | "body" | "sent" | "toAccept">[];
  /** A standing officer, who may take several in at once. */
  accepts: boolean;
  formKey: string;
}

export const ListView = (props: ListViewProps) => (
  <Page
    frame={props.frame}
    title="Đăng ký thi đua"
    help="dang-ky"
    actions={
      props.received.length > 0 && (
        <ButtonLink href="/dang-ky/nhap-ban-giay" kind="secondary">
          Nhập bản giấy
        </ButtonLink>
      )
    }
  >
    <Stack>
      <DuesCard dues={props.dues} actor={props.actor} formKey={props.formKey} />
      <ReceivedCard received={props.received} />
      <GatheredCard gathered={props.gathered} />
      <Card title="Danh sách đăng ký" flush>
        <ListTable {...props} />
      </Card>
    </Stack>
  </Page>
);

/** What one's own units register by when. */
const DuesCard = ({
  dues,
  actor,
  formKey,
}: {
  dues: readonly DueRegistration[];
  actor: Actor;
  formKey: string;
}) =>
  dues.length === 0 ? null : (
    <Card title="Đơn vị tôi đăng ký" flush>
      <DataTable<DueRegistration>
        id="don-vi-toi"
        caption="Đơn vị tôi đăng ký"
        rows={dues}
        rowKey={({ movement, unit }) => `${movement}-${unit}`}
        columns={[
          {
            key: "phong-trao",
            label: "Phong trào",
            head: true,
            cell: (due) => (
              <UnitLine
                name={due.movementName}
                href={due.registration ? `/dang-ky/${due.registration}` : undefined}
                path={[due.unitName]}
              />
            ),
          },
          { key: "noi-nhan", label: "Gửi đến", cell: (due) => due.receiverName },
          { key: "han", label: "Hạn", cell: (due) => <DueDay due={due} actor={actor} /> },
          {
            key: "viec",
            label: "Tình trạng",
            kind: "tag",
            cell: (due) =>
              due.state ? <StateTag state={due.state} /> : <StartButton due={due} formKey={formKey} />,
          },
        ]}
      />
    </Card>
  );

const DueDay = ({ due, actor }: { due: DueRegistration; actor: Actor }) => {
  if (!due.deadline) return <span class="soft">Chưa định hạn</span>;
  const open = due.state === null || isOpen(due.state);
  return (
    <>
      <DeadlineText deadline={due.deadline} />{" "}
      {open && lateFrom(due.deadline) && <DeadlineTag deadline={due.deadline} at={actor.at} />}
    </>
  );
};

const StartButton = ({ due, formKey }: { due: DueRegistration; formKey: string }) => (
  <ActionForm action="/dang-ky" formKey={`${formKey}-${due.movement}-${due.unit}`} inline>
    <input type="hidden" name="movement" value={due.movement} />
    <input type="hidden" name="unit" value={due.unit} />
    <Button small>
      Bắt đầu<span class="unseen"> đăng ký {due.movementName}</span>
    </Button>
  </ActionForm>
);

/** What comes to one's body, movement by movement. */
const ReceivedCard = ({ received }: { received: readonly ReceivedMovement[] }) =>
  received.length === 0 ? null : (
    <Card title="Đăng ký gửi về" flush>
      <Lines
        lines={received.map((one) => ({
          main: <a href={`/dang-ky/phong-trao/${one.movement}`}>{one.movementName}</a>,
          detail: (
            <>
              <BarLine
                label={`Đã gửi ${one.sent} trên ${one.total} đơn vị`}
                value={one.sent}
                of={one.total}
              />
              {one.toAccept > 0 && <Tag tone="action">{`${one.toAccept} chờ tiếp nhận`}</Tag>}
            </>
          ),
          end: (
            <b>
              {one.sent}/{one.total}
            </b>
          ),
        }))}
      />
    </Card>
  );

const GatheredCard = ({ gathered }: Pick<ListViewProps, "gathered">) =>
  gathered.length === 0 ? null : (
    <Card title="Phòng, đơn vị trực thuộc gửi để tổng hợp" flush>
      <Lines
        lines={gathered.map((one) => ({
          main: <a href={`/dang-ky/phong-trao/${one.movement}?noi-nhan=${one.body}`}>{one.movementName}</a>,
          end: (
            <>
              <b>{one.sent} đã gửi</b>{" "}
              {one.toAccept > 0 && <Tag tone="action">{`${one.toAccept} chờ tiếp nhận`}</Tag>}
            </>
          ),
        }))}
      />
    </Card>
  );

function ListTable(props: ListViewProps) {
  const { address, found } = props;
  const years = [...new Set(props.movements.map(({ year }) => year))];
  const exportAddress = (path: string) => addressWith({ path, query: address.query }, { trang: null });
  return (
    <DataTable<ListedRegistration>
      id="danh-sach"
      caption="Danh sách đăng ký thi đua"
      address={address}
      sort={props.sort}
      rows={found.rows}
      rowKey={({ id }) => `${id}`}
      paging={{ page: props.page, total: found.total, noun: "đăng ký" }}
      bulk={
        props.accepts
          ? {
              name: "chon",
              rowLabel: ({ unitName }) => unitName,
              actions: [{ label: "Tiếp nhận…", address: "/dang-ky/tiep-nhan" }],
            }
          : undefined
      }
      exports={[
        { label: "XLSX", href: exportAddress("/dang-ky/danh-sach.xlsx") },
        { label: "CSV", href: exportAddress("/dang-ky/danh-sach.csv") },
      ]}
      filters={[
        { kind: "search", name: "q", label: "Tìm đơn vị, phong trào" },
        {
          kind: "choice",
          name: "nam",
          label: "Năm",
          choices: years.map((year) => ({ value: `${year}`, label: `${year}` })),
        },
        {
          kind: "choice",
          name: "phong-trao",
          label: "Phong trào",
          choices: props.movements.map(({ id, name }) => ({ value: `${id}`, label: name })),
        },
        {
          kind: "choice",
          name: "trang-thai",
          label: "Trạng thái",
          choices: Object.entries(stateNames).map(([value, label]) => ({ value, label })),
        },
        {
          kind: "choice",
          name: "han",
          label: "Thời hạn",
          choices: [
            { value: "dung", label: "Đúng hạn" },
            { value: "muon", label: "Muộn" },
          ],
        },
      ]}
      empty={
        Object.keys(address.query).length === 0 ? (
          <EmptyState title="Chưa có đăng ký nào">
            Khi có phong trào được gửi đến, đơn vị bắt đầu đăng ký tại đây.
          </EmptyState>
        ) : undefined
      }
      columns={[
        {
          key: "unit",
          label: "Đơn vị",
          sortable: true,
          head: true,
          cell: (row) => <UnitLine name={row.unitName} href={`/dang-ky/${row.id}`} />,
        },
        { key: "movement", label: "Phong trào", cell: (row) => row.movementName },
        { key: "state", label: "Trạng thái", kind: "tag", cell: (row) => <StateTag state={row.state} /> },
        {
          key: "sent",
          label: "Gửi lúc",
          kind: "day",
          sortable: true,
          cell: (row) =>
            row.submittedAt ? (
              <>
                <InstantText at={row.submittedAt} /> <LateTag late={row.late} />
              </>
            ) : (
              "Chưa gửi"
            ),
        },
        { key: "lines", label: "Số dòng", kind: "number", sortable: true, cell: (row) => row.lineCount },
      ]}
    />
  );
}
