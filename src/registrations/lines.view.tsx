import { Card, DataTable, EmptyState, PersonLine, Tag } from "../web/kit.ts";
import { lineChainNames } from "./chain.ts";
import type { Line, Subject } from "./line.ts";
import { placeInUnit } from "./registration.document.ts";
import { titleName } from "./title.ts";

export interface ShownLine {
  readonly line: Line;
  /** Null for somebody who may not read the line's conditions. */
  readonly standing: { readonly tone: "good" | "watch" | "plain"; readonly words: string } | null;
}

interface LinesProps {
  registration: number;
  lines: readonly ShownLine[];
  /** The line whose verdict stands beside. */
  current: number | null;
  writes: boolean;
  /** Both chains stand in the list, so each line says where it goes. */
  withChain: boolean;
}

const sections: readonly { kind: Subject["kind"]; title: string; noun: string; add: string; head: string }[] =
  [
    { kind: "individual", title: "Cá nhân", noun: "người", add: "Thêm người…", head: "Họ tên" },
    { kind: "collective", title: "Tập thể", noun: "tập thể", add: "Thêm tập thể…", head: "Tập thể" },
    { kind: "household", title: "Hộ gia đình", noun: "hộ", add: "Thêm hộ…", head: "Hộ gia đình" },
  ];

/** The listed lines, a table for each kind of subject; households only where there are some. */
export const LinesTables = (props: LinesProps) => (
  <>
    {sections.map((section) => {
      const lines = props.lines.filter(
        ({ line }) => line.state === "listed" && line.subject.kind === section.kind,
      );
      if (lines.length === 0 && section.kind === "household") return null;
      const subjects = new Set(lines.map(({ line }) => line.subject.name + placeInUnit(line))).size;
      return (
        <Card
          flush
          id={section.kind}
          title={section.title}
          tag={<Tag>{`${subjects} ${section.noun}`}</Tag>}
          more={
            props.writes && (
              <a href={`/dang-ky/${props.registration}/dong/moi?cho=${section.kind}`}>{section.add}</a>
            )
          }
        >
          <LinesTable
            {...props}
            lines={lines}
            caption={section.title}
            head={section.head}
            kind={section.kind}
          />
        </Card>
      );
    })}
  </>
);

function LinesTable(props: LinesProps & { caption: string; head: string; kind: string }) {
  const { registration, writes } = props;
  return (
    <DataTable
      id={`bang-${props.kind}`}
      caption={props.caption}
      rows={props.lines}
      rowKey={({ line }) => `${line.id}`}
      currentKey={props.current === null ? undefined : `${props.current}`}
      empty={<EmptyState title="Chưa có dòng nào" />}
      columns={[
        {
          key: "ten",
          label: props.head,
          head: true,
          cell: ({ line }) => (
            <PersonLine
              name={line.subject.name}
              href={`/dang-ky/${registration}?dong=${line.id}#dieu-kien`}
              detail={detailOf(line)}
            />
          ),
        },
        {
          key: "danh-hieu",
          label: "Danh hiệu đăng ký",
          cell: ({ line }) => (
            <>
              {titleName(line.title, line.chain)}
              {props.withChain && <small class="soft"> · {lineChainNames[line.chain]}</small>}
            </>
          ),
        },
        {
          key: "dieu-kien",
          label: "Điều kiện hôm nay",
          kind: "tag",
          cell: ({ standing }) => standing && <Tag tone={standing.tone}>{standing.words}</Tag>,
        },
        ...(writes
          ? [
              {
                key: "sua",
                label: "Việc",
                kind: "actions" as const,
                cell: ({ line }: ShownLine) => (
                  <a href={`/dang-ky/${registration}/dong/${line.id}`}>
                    Sửa<span class="unseen"> dòng của {line.subject.name}</span>
                  </a>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

const worksAsWords = { direct: "trực tiếp", leader: "lãnh đạo" } as const;

/** Post and unit, how the person works, and from whom the line was gathered. */
function detailOf(line: Line): string {
  const { subject } = line;
  const works = subject.kind === "individual" && subject.worksAs ? worksAsWords[subject.worksAs] : null;
  const place = placeInUnit(line);
  const from =
    line.gatheredFrom && line.gatheredFrom.unitName !== place
      ? `tổng hợp từ ${line.gatheredFrom.unitName}`
      : null;
  return [place, works, from].filter(Boolean).join(" · ");
}
