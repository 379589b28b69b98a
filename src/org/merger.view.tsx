import { writeDay } from "../platform/day.ts";
import { FinalStep, type Frame, Page } from "../web/kit.ts";
import type { PostInRecord } from "./post.store.ts";
import { postKindNames } from "./post.ts";
import type { Unit } from "./unit.ts";

export interface MergerFacts {
  readonly from: readonly Unit[];
  readonly moved: readonly PostInRecord[];
  readonly ended: readonly PostInRecord[];
  readonly rehung: readonly Unit[];
  readonly openWork: readonly { unit: string; label: string; count: number }[];
  readonly hidden: Readonly<Record<string, string>>;
  readonly on: string;
  readonly paper: string | null;
}

interface MergerPreviewProps {
  frame: Frame;
  unit: Unit;
  facts: MergerFacts;
  formKey: string;
}

/** What follows a merger, before anything is written. */
export function MergerPreview({ frame, unit, facts, formKey }: MergerPreviewProps) {
  const people = new Set(facts.moved.filter((post) => post.kind === "member").map((post) => post.person))
    .size;
  return (
    <Page
      frame={frame}
      title="Xem trước việc sáp nhập"
      lead={`Vào ${unit.name}, từ ngày ${facts.on}`}
      crumbs={[
        { label: "Tổ chức", href: "/to-chuc" },
        { label: unit.name, href: `/to-chuc/don-vi/${unit.id}` },
        { label: "Sáp nhập" },
      ]}
    >
      <FinalStep
        action={`/to-chuc/don-vi/${unit.id}/ban-sap-nhap`}
        formKey={formKey}
        effects={[
          `${facts.from.length} đơn vị kết thúc từ ngày ${facts.on}: ${facts.from.map((one) => one.name).join("; ")}.`,
          `${people} người chuyển sang ${unit.name}, giữ chức danh đang ghi.`,
          facts.ended.length === 0
            ? "Không có chức trách nào phải kết thúc."
            : `${facts.ended.length} chức trách kết thúc và cần cử lại: ${facts.ended.slice(0, SHOWN).map(writePost).join("; ")}${facts.ended.length > SHOWN ? "; …" : ""}.`,
          facts.rehung.length === 0
            ? "Không có đơn vị trực thuộc nào phải chuyển."
            : `${facts.rehung.length} đơn vị trực thuộc chuyển theo: ${facts.rehung.map((one) => one.name).join("; ")}.`,
          ...facts.openWork.map(
            (work) => `${work.unit}: ${work.count} ${work.label} còn dở, chuyển cho ${unit.name} xử lý tiếp.`,
          ),
        ]}
        touched={{
          label: "Người chuyển đơn vị",
          names: facts.moved
            .filter((post) => post.kind === "member")
            .map((post) => `${post.personName}, ${post.title}, ${post.unitName}`),
        }}
        basis={[{ label: facts.paper ?? "Chưa ghi văn bản sáp nhập" }]}
        afterwards="Thành tích, danh hiệu và chuỗi năm của các đơn vị được nối tiếp. Ghi nhầm thì sửa bằng một thay đổi mới, không xóa được."
        verb="Sáp nhập"
        backHref={`/to-chuc/don-vi/${unit.id}/sap-nhap`}
      >
        {Object.entries(facts.hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      </FinalStep>
    </Page>
  );
}

const SHOWN = 12;

const writePost = (post: PostInRecord): string =>
  `${postKindNames[post.kind]} ${post.unitName} (${post.personName})`;

export const paperText = (
  symbol: string | null,
  signed: Parameters<typeof writeDay>[0] | null,
): string | null =>
  symbol === null ? null : signed === null ? symbol : `${symbol} ngày ${writeDay(signed)}`;
