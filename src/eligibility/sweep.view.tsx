import { outcomeNames } from "../law/verdict.ts";
import { writeDay } from "../platform/day.ts";
import type { ProgressRow } from "../platform/progress.store.ts";
import {
  addressWith,
  Bars,
  Card,
  DataTable,
  type Frame,
  Notice,
  Page,
  Progress,
  Stack,
  type TableAddress,
  Tag,
  type Tone,
} from "../web/kit.ts";
import { pathwayAddress, sweepAddress } from "./addresses.ts";
import { type Group, groupNames, groupShortNames, groups, mostOf, type Sweep } from "./sweep.ts";
import type { FindingRow, QuotaRow, TitleCount } from "./sweep-result.store.ts";
import { titleNameIn, withoutCodes } from "./title-names.ts";

interface SweepProps {
  frame: Frame;
  sweep: Sweep;
  progress: ProgressRow;
  counts: readonly TitleCount[];
  quotas: readonly QuotaRow[];
  rows: readonly FindingRow[];
  total: number;
  page: number;
  address: TableAddress;
  /** The unit of the filter. */
  unitName: string | null;
  knowsRestricted: boolean;
  /** For the form that stops it; null for those who may not. */
  stopKey: string | null;
}

/** How far a sweep has come, and what it has found. */
export function SweepView(props: SweepProps) {
  const { frame, sweep, progress } = props;
  const going = progress.state === "waiting" || progress.state === "running";
  return (
    <Page
      frame={frame}
      title={`Rà soát năm ${sweep.year}: ${[sweep.unitName, sweep.provinceName].filter(Boolean).join(", ")}`}
      crumbs={[
        { href: "/dieu-kien", label: "Điều kiện, lộ trình" },
        { href: "/dieu-kien/ra-soat", label: "Rà soát điều kiện" },
      ]}
      lead={`Theo hồ sơ ngày ${writeDay(sweep.asOf)}, hồ sơ nhận chậm nhất ngày ${writeDay(sweep.receivedOn)}. ${sweep.actorName} thực hiện.`}
      help="dieu-kien"
    >
      <Stack>
        <Progress
          id="tien-do"
          title="Việc rà soát"
          state={progress.state}
          done={progress.done}
          total={progress.total}
          noun="người và tập thể"
          cancel={
            props.stopKey
              ? { action: `${sweepAddress(sweep.id)}/viec-dung`, formKey: props.stopKey }
              : undefined
          }
        >
          {progress.sentence && <p>{progress.sentence}</p>}
          {!going && (
            <p>
              <a href={sweepAddress(sweep.id)}>Xem kết quả</a>
            </p>
          )}
        </Progress>
        <Notice tone="info" title="Cách tính">
          Coi như đơn vị bình xét đạt và đã đăng ký; điều kiện không có trong hồ sơ được ghi là chưa đủ thông
          tin.
          {!props.knowsRestricted && " Không tính những nội dung hạn chế trong hồ sơ mà bạn không được xem."}
        </Notice>
        {(!going || props.counts.length > 0) && (
          <>
            <Summary {...props} />
            <Quotas {...props} />
            <Findings {...props} />
          </>
        )}
      </Stack>
    </Page>
  );
}

function Summary({ sweep, counts, address }: SweepProps) {
  if (counts.length === 0) return null;
  const count = (group: Group) => ({
    key: group,
    label: groupShortNames[group],
    kind: "number" as const,
    cell: ({ title, counts: of }: TitleCount) =>
      of[group] ? (
        <a
          href={`${addressWith(address, { "danh-hieu": title, nhom: group, trang: null, q: null, "don-vi": null })}#ket-qua`}
        >
          {of[group]}
        </a>
      ) : (
        "0"
      ),
  });
  return (
    <Card title="Tổng hợp" flush>
      <DataTable
        id="tong-hop"
        caption="Số trường hợp của từng danh hiệu, hình thức"
        rows={counts}
        rowKey={({ title }) => title}
        columns={[
          {
            key: "danh-hieu",
            label: "Danh hiệu, hình thức",
            head: true,
            cell: ({ title }) => titleNameIn(title, sweep.year),
          },
          ...groups.map(count),
        ]}
      />
    </Card>
  );
}

function Quotas({ sweep, quotas }: SweepProps) {
  if (quotas.length === 0) return null;
  return (
    <Card title="Tỷ lệ đã dùng" lead="Số được đề nghị nhiều nhất lấy phần nguyên.">
      <Bars
        label="Tỷ lệ đã dùng của từng đơn vị"
        bars={quotas.map((quota) => ({
          label: `${titleNameIn(quota.title, sweep.year)}, ${quota.unitName ?? "toàn ngành"} (${quota.percent} % của ${quota.base} là ${mostOf(quota)}; ${quota.basis}${quota.verified ? "" : ", chưa đối chiếu"})`,
          value: quota.registered,
          of: mostOf(quota),
          tone: quota.registered > mostOf(quota) ? "watch" : "action",
        }))}
      />
    </Card>
  );
}

const groupTones: Readonly<Record<Group, Tone>> = {
  "chua-dang-ky": "action",
  "dang-ky-du": "good",
  "dang-ky-thieu": "bad",
  "chua-ro": "watch",
  "tam-dung": "watch",
};

function Findings({ sweep, rows, total, page, address, counts, unitName }: SweepProps) {
  const fileHref = (form: string): string =>
    addressWith({ ...address, path: `${address.path}/ket-qua.${form}` }, { trang: null });
  return (
    <Card
      title="Kết quả"
      lead={unitName ? `Chỉ ${unitName}` : undefined}
      more={unitName && <a href={addressWith(address, { "don-vi": null, trang: null })}>Mọi đơn vị</a>}
      flush
    >
      <DataTable
        id="ket-qua"
        caption="Từng trường hợp đáng xem"
        rows={rows}
        rowKey={(row) => `${row.title}-${row.person ?? ""}-${row.collective ?? ""}`}
        address={address}
        filters={[
          { kind: "search", name: "q", label: "Tên người, tập thể" },
          {
            kind: "choice",
            name: "danh-hieu",
            label: "Danh hiệu, hình thức",
            choices: counts.map(({ title }) => ({ value: title, label: titleNameIn(title, sweep.year) })),
          },
          {
            kind: "choice",
            name: "nhom",
            label: "Nhóm",
            choices: groups.map((group) => ({ value: group, label: groupNames[group] })),
          },
        ]}
        paging={{ page, total, noun: "trường hợp" }}
        exports={[
          { label: "XLSX", href: fileHref("xlsx") },
          { label: "CSV", href: fileHref("csv") },
        ]}
        columns={[
          {
            key: "ten",
            label: "Người, tập thể",
            head: true,
            cell: (row) => (
              <a href={pathwayAddress(subjectOf(row))}>
                {row.name}
                {row.birthYear && <small class="soft"> sinh năm {row.birthYear}</small>}
              </a>
            ),
          },
          {
            key: "don-vi",
            label: "Đơn vị",
            cell: (row) => (
              <a href={`${addressWith(address, { "don-vi": `${row.unit}`, trang: null })}#ket-qua`}>
                {row.unitName}
              </a>
            ),
          },
          {
            key: "danh-hieu",
            label: "Danh hiệu, hình thức",
            cell: (row) => titleNameIn(row.title, sweep.year),
          },
          {
            key: "nhom",
            label: "Nhóm",
            kind: "tag",
            cell: (row) => <Tag tone={groupTones[row.group]}>{groupNames[row.group]}</Tag>,
          },
          {
            key: "con-thieu",
            label: "Còn thiếu",
            cell: (row) => (
              <>
                {(row.needs && withoutCodes(row.needs)) ??
                  (row.outcome === "eligible" ? "" : outcomeNames[row.outcome])}
                {!row.verified && <small class="soft"> chưa đối chiếu văn bản</small>}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

const subjectOf = ({ person, collective }: FindingRow) =>
  person === null
    ? ({ kind: "unit", id: collective ?? 0 } as const)
    : ({ kind: "person", id: person } as const);
