import { writeDay } from "../platform/day.ts";
import { writeNumber } from "../platform/money.ts";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Bars,
  Button,
  ButtonLink,
  Card,
  DataTable,
  DayField,
  DayText,
  EmptyState,
  ErrorSummary,
  type KeptFile,
  Lines,
  NumberField,
  rowsOnAPage,
  SelectField,
  Stack,
  type TableAddress,
  Tag,
  TextArea,
  Upload,
} from "../web/kit.ts";
import {
  type LaunchReach,
  reachedBy,
  reachTotals,
  type UnitReach,
  wayNames,
  ways,
  writeShare,
} from "./launch-reach.ts";
import { MovementPage, type MovementSetting } from "./movement-frame.view.tsx";

interface ReachListProps {
  setting: MovementSetting;
  /** All units, for the totals. */
  units: readonly UnitReach[];
  /** Of the narrowed list, the rows of this page. */
  shown: readonly UnitReach[];
  total: number;
  page: number;
  address: TableAddress;
}

/** How far the launch has come to every single person, unit by unit. */
export function ReachListPage({ setting, units, shown: rows, total, page, address }: ReachListProps) {
  const totals = reachTotals(units);
  const base = address.path;
  const query = new URLSearchParams(address.query).toString();
  const suffix = query === "" ? "" : `?${query}`;
  return (
    <MovementPage setting={setting} current="quan-triet">
      <Stack>
        <Card title="Quán triệt, phát động đến từng người">
          <Bars
            label="Mức phổ biến"
            bars={[
              {
                label: "Người đã được phổ biến",
                value: totals.reached,
                of: Math.max(totals.staff, 1),
                text: `${writeNumber(totals.reached)}/${writeNumber(totals.staff)}`,
              },
              { label: "Đơn vị đã ghi việc phổ biến", value: totals.noted, of: Math.max(totals.units, 1) },
              {
                label: "Đơn vị đã phổ biến đến mọi người",
                value: totals.complete,
                of: Math.max(totals.units, 1),
              },
            ]}
          />
          <p class="soft">
            Số người chỉ tính ở {totals.noted} đơn vị đã ghi; {totals.units - totals.noted} đơn vị chưa ghi.
          </p>
        </Card>
        <Card title="Theo đơn vị" flush>
          <DataTable
            id="quan-triet"
            caption="Việc phổ biến của từng đơn vị"
            address={address}
            filters={[
              { kind: "search", name: "q", label: "Đơn vị" },
              {
                kind: "choice",
                name: "muc",
                label: "Mức phổ biến",
                choices: [
                  { value: "chua-ghi", label: "Chưa ghi" },
                  { value: "con-thieu", label: "Còn thiếu người" },
                  { value: "du", label: "Đến mọi người" },
                ],
              },
            ]}
            rows={rows}
            rowKey={({ unit }) => `${unit}`}
            columns={[
              {
                key: "unit",
                label: "Đơn vị",
                head: true,
                cell: ({ unit, unitName }) => <a href={`${base}/${unit}`}>{unitName}</a>,
              },
              { key: "reached", label: "Đã phổ biến", kind: "number", cell: (one) => reachedWords(one) },
              { key: "share", label: "Tỷ lệ", kind: "number", cell: (one) => shareOf(one) },
              { key: "missing", label: "Còn thiếu", kind: "number", cell: (one) => missingOf(one) },
              {
                key: "last",
                label: "Lần gần nhất",
                kind: "day",
                cell: ({ lastOn }) => (lastOn ? <DayText day={lastOn} /> : ""),
              },
            ]}
            paging={{ page, total, size: rowsOnAPage, noun: "đơn vị" }}
            exports={[
              { label: "XLSX", href: `${base}.xlsx${suffix}` },
              { label: "CSV", href: `${base}.csv${suffix}` },
            ]}
          />
        </Card>
      </Stack>
    </MovementPage>
  );
}

const reachedWords = ({ staff, reached }: UnitReach) =>
  staff === null ? <Tag>Chưa ghi</Tag> : `${writeNumber(reached)}/${writeNumber(staff)}`;

export const shareOf = ({ staff, reached }: UnitReach): string =>
  staff === null ? "" : writeShare(reached, staff);

const missingOf = ({ staff, reached }: UnitReach): string =>
  staff === null || reached >= staff ? "" : writeNumber(staff - reached);

interface UnitReachProps {
  setting: MovementSetting;
  unit: { readonly id: number; readonly name: string };
  reaches: readonly LaunchReach[];
  /** This person notes for the unit. */
  writes: boolean;
  /** What the form proposes as everybody in the unit. */
  staff: number;
  state: FormState;
  kept: readonly KeptFile[];
  formKey: string;
}

/** One unit: every occasion on which it brought the launch to its people, and a form for the next. */
export function UnitReachPage({
  setting,
  unit,
  reaches,
  writes,
  staff,
  state,
  kept,
  formKey,
}: UnitReachProps) {
  const base = `/phong-trao/${setting.seen.movement.id}/quan-triet/${unit.id}`;
  const reached = reachedBy(reaches);
  const last = reaches.find(({ withdrawn }) => !withdrawn);
  const whole = last?.staff ?? staff;
  return (
    <MovementPage setting={setting} current="quan-triet" failed={Object.keys(state.errors).length > 0}>
      <ErrorSummary errors={state.errors} />
      <Stack>
        <Card
          title={`${unit.name}: quán triệt, phát động`}
          tag={
            reached >= whole && last ? (
              <Tag tone="good">Đến mọi người</Tag>
            ) : (
              <Tag tone="watch">{`Còn ${writeNumber(Math.max(whole - reached, 0))} người`}</Tag>
            )
          }
          flush
        >
          {reaches.length === 0 ? (
            <EmptyState title="Chưa ghi lần phổ biến nào" />
          ) : (
            <Lines
              lines={reaches.map((reach) => ({
                main: (
                  <>
                    <b>{wayNames[reach.way]}</b> ngày {writeDay(reach.on)}: {writeNumber(reach.reached)} người
                    {reach.withdrawn && <Tag>Đã bỏ</Tag>}
                  </>
                ),
                detail: (
                  <>
                    {reach.words && `${reach.words} · `}trên {writeNumber(reach.staff)} người của đơn vị · ghi
                    bởi {reach.actorName}
                    {reach.file && (
                      <>
                        {" · "}
                        <a href={`${base}/${reach.id}/tep`} data-turbo="false">
                          {reach.fileName}
                        </a>
                      </>
                    )}
                  </>
                ),
                end:
                  writes && !reach.withdrawn ? (
                    <ActionForm action={`${base}/${reach.id}/bo`} formKey={`${formKey}-${reach.id}`} inline>
                      <Button kind="quiet" small>
                        Bỏ<span class="unseen"> lần ngày {writeDay(reach.on)}</span>
                      </Button>
                    </ActionForm>
                  ) : undefined,
              }))}
            />
          )}
        </Card>
        {writes && (
          <Card title="Ghi một lần phổ biến">
            <ActionForm action={base} formKey={formKey} files guard>
              <SelectField
                {...shown(state, "way")}
                label="Hình thức"
                choices={ways.map((value) => ({ value, label: wayNames[value] }))}
              />
              <DayField {...shown(state, "on")} label="Ngày" />
              <NumberField
                {...shown(state, "reached")}
                label="Số người được phổ biến lần đầu"
                hint={`Đã ghi ${writeNumber(reached)} người; không đếm lại người đã được phổ biến`}
                unit="người"
              />
              <NumberField
                {...shown(state, "staff", `${whole}`)}
                label="Tổng số người của đơn vị"
                unit="người"
              />
              <TextArea
                {...shown(state, "words")}
                label="Nội dung, thành phần"
                hint="Ví dụ hội nghị toàn cơ quan, phổ biến Kế hoạch 25/KH-STP"
                rows={2}
                optional
              />
              <Upload
                name="scan"
                label="Văn bản, biên bản"
                accept=".pdf,.docx,.jpg,.jpeg,.png"
                error={state.errors.scan}
                kept={kept}
                optional
              />
              <Actions>
                <Button>Ghi nhận</Button>
                <ButtonLink href={`/phong-trao/${setting.seen.movement.id}/ke-hoach-don-vi`} kind="secondary">
                  Quay lại
                </ButtonLink>
              </Actions>
            </ActionForm>
          </Card>
        )}
      </Stack>
    </MovementPage>
  );
}
