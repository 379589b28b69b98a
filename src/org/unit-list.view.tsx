import { type Day, writeDay } from "../platform/day.ts";
import {
  Actions,
  Button,
  ButtonLink,
  Card,
  Columns,
  DayField,
  EmptyState,
  type Frame,
  Lines,
  Page,
  Stack,
  Tag,
  TextField,
} from "../web/kit.ts";
import type { UnitHit } from "./search.store.ts";
import type { Branch } from "./tree.ts";
import { type Unit, unitKindNames } from "./unit.ts";

interface UnitTreeViewProps {
  frame: Frame;
  day: Day;
  today: Day;
  typedDay: string | undefined;
  dayError: string | undefined;
  branches: readonly Branch[];
  words: string;
  hits: readonly UnitHit[];
  mayAdd: boolean;
}

/** The tree of bodies as of any day, with a search over all names they ever had. */
export function UnitTreeView(props: UnitTreeViewProps) {
  const { frame, day, today, branches } = props;
  const count = branches.reduce((sum, branch) => sum + 1 + branch.size, 0);
  const [working, reached] = [
    branches.filter((one) => one.unit.hasAccounts),
    branches.filter((one) => !one.unit.hasAccounts),
  ];
  return (
    <Page
      frame={frame}
      title="Tổ chức"
      failed={props.dayError !== undefined}
      lead={`${count} cơ quan, đơn vị vào ngày ${writeDay(day)}${day === today ? " (hôm nay)" : ""}`}
      actions={
        <>
          {props.mayAdd && <ButtonLink href="/to-chuc/don-vi/moi">Thêm đơn vị</ButtonLink>}
          <ButtonLink href="/to-chuc/nguoi" kind="secondary">
            Cá nhân
          </ButtonLink>
          <ButtonLink href="/to-chuc/cum" kind="secondary">
            Cụm thi đua
          </ButtonLink>
          <ButtonLink href="/to-chuc/nhap" kind="secondary">
            Nhập danh sách
          </ButtonLink>
        </>
      }
    >
      <Columns>
        <Stack>
          {props.words && <Found words={props.words} hits={props.hits} />}
          <Card title="Cây tổ chức">
            {branches.length === 0 ? (
              <EmptyState title="Chưa có đơn vị nào vào ngày này">
                Hãy chọn một ngày khác hoặc thêm đơn vị.
              </EmptyState>
            ) : (
              <ul class="tree">
                {working.map((branch) => (
                  <BranchLine branch={branch} day={day} today={today} open />
                ))}
              </ul>
            )}
          </Card>
          {reached.length > 0 && (
            <Card title="Cơ quan ngoài hệ thống" lead="Không có tài khoản; văn bản gọi tên và gửi đến được">
              <details>
                <summary>{reached.length} cơ quan</summary>
                <ul class="tree">
                  {reached.map((branch) => (
                    <BranchLine branch={branch} day={day} today={today} />
                  ))}
                </ul>
              </details>
            </Card>
          )}
        </Stack>
        <Stack>
          <Card title="Xem theo ngày, tìm đơn vị">
            <form class="form" method="get" action="/to-chuc">
              <DayField
                name="ngay"
                label="Tổ chức như vào ngày"
                value={props.typedDay ?? writeDay(day)}
                error={props.dayError}
                hint="Ví dụ 22/02/2021: trước khi sắp xếp năm 2025"
                optional
              />
              <TextField
                name="q"
                label="Tên, tên viết tắt hoặc mã"
                value={props.words}
                hint="Không cần gõ dấu"
                optional
              />
              <Actions>
                <Button kind="secondary">Xem</Button>
              </Actions>
            </form>
          </Card>
        </Stack>
      </Columns>
    </Page>
  );
}

const Found = ({ words, hits }: { words: string; hits: readonly UnitHit[] }) => (
  <Card title={`Tìm “${words}”`} flush={hits.length > 0}>
    {hits.length === 0 ? (
      <EmptyState title="Không tìm thấy đơn vị nào">Hãy thử ít từ hơn.</EmptyState>
    ) : (
      <Lines
        lines={hits.map((hit) => ({
          main: <a href={`/to-chuc/don-vi/${hit.id}`}>{hit.name}</a>,
          detail: [unitKindNames[hit.kind], hit.above, hit.code].filter(Boolean).join(" · "),
          end: hit.living ? undefined : <Tag>Đã kết thúc</Tag>,
        }))}
      />
    )}
  </Card>
);

interface BranchLineProps {
  branch: Branch;
  day: Day;
  today: Day;
  open?: boolean;
}

function BranchLine({ branch, day, today, open }: BranchLineProps) {
  const { unit, below, guided } = branch;
  const line = <UnitLink unit={unit} day={day} today={today} />;
  if (below.length === 0 && guided.length === 0) return <li>{line}</li>;
  return (
    <li>
      {line}
      <details open={open}>
        <summary>
          {branch.size > 0 ? `${branch.size} đơn vị trực thuộc` : ""}
          {branch.size > 0 && guided.length > 0 ? ", " : ""}
          {guided.length > 0 ? `${guided.length} đơn vị được hướng dẫn chuyên môn` : ""}
          <span class="unseen"> của {unit.name}</span>
        </summary>
        {below.length > 0 && (
          <ul>
            {below.map((child) => (
              <BranchLine branch={child} day={day} today={today} />
            ))}
          </ul>
        )}
        {guided.length > 0 && (
          <details>
            <summary>
              Hướng dẫn chuyên môn: {guided.length} đơn vị<span class="unseen"> của {unit.name}</span>
            </summary>
            <ul>
              {guided.map((one) => (
                <li>
                  <UnitLink unit={one} day={day} today={today} />
                </li>
              ))}
            </ul>
          </details>
        )}
      </details>
    </li>
  );
}

const UnitLink = ({ unit, day, today }: { unit: Unit; day: Day; today: Day }) => (
  <>
    <a
      href={`/to-chuc/don-vi/${unit.id}${day === today ? "" : `?ngay=${encodeURIComponent(writeDay(day))}`}`}
    >
      {unit.name}
    </a>{" "}
    <small class="soft">{unit.code}</small>
  </>
);
