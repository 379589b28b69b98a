import type { Code } from "../law/codes.ts";
import type { Facts } from "../law/facts.ts";
import { type Outcome, outcomeNames } from "../law/verdict.ts";
import { VerdictCard } from "../law/verdict.view.tsx";
import { type Day, writeDay, yearOf } from "../platform/day.ts";
import type { Subject } from "../records/subject.store.ts";
import type { TitleChoice } from "../registrations/title.ts";
import {
  ButtonLink,
  Card,
  Columns,
  DataTable,
  EmptyState,
  type Frame,
  Lines,
  Notice,
  Page,
  Stack,
  Tag,
  type Tone,
} from "../web/kit.ts";
import { pathwayAddress, pathwayAddressWith, recordAddress } from "./addresses.ts";
import { assumptions, horizon, type Step, yearsAhead } from "./pathway.ts";
import { withoutCodes } from "./title-names.ts";
import { type Change, type Supposition, suppositionWords } from "./what-if.ts";
import { WhatIfForm } from "./what-if.view.tsx";

interface PathwayProps {
  frame: Frame;
  subject: Subject;
  onDay: Day;
  isToday: boolean;
  /** In the order of the ladder, with the names they have up the subject's chain. */
  titles: readonly TitleChoice[];
  facts: Facts;
  steps: readonly Step[];
  /** The steps as they would be; null when nothing is supposed. */
  supposed: readonly Step[] | null;
  changes: readonly Change[];
  suppositions: readonly Supposition[];
  refusedSupposition: boolean;
  /** The title whose conditions are shown. */
  shown: Code | null;
  knowsRestricted: boolean;
}

const tones: Readonly<Record<Outcome, Tone>> = {
  eligible: "good",
  ineligible: "plain",
  unknown: "watch",
  suspended: "watch",
  refused: "plain",
};

/** What somebody holds, what this year allows, what is missing, and what the years ahead may bring. */
export function PathwayView(props: PathwayProps) {
  const { frame, subject, onDay, steps, supposed } = props;
  const year = yearOf(onDay);
  const current = supposed ?? steps;
  const shown = current.find(({ code }) => code === props.shown) ?? nextStep(current);
  return (
    <Page
      frame={frame}
      title={`Điều kiện, lộ trình: ${subject.name}`}
      crumbs={[
        { href: "/dieu-kien", label: "Điều kiện, lộ trình" },
        { href: recordAddress(subject), label: subject.name },
      ]}
      lead={`Xét theo hồ sơ và quy định ngày ${writeDay(onDay)}${props.isToday ? " (hôm nay)" : ""}.`}
      actions={
        <ButtonLink kind="secondary" href={recordAddress(subject)}>
          Hồ sơ thành tích
        </ButtonLink>
      }
      help="dieu-kien"
    >
      <Stack>
        {!props.knowsRestricted && (
          <Notice tone="info" title="Chưa tính nội dung hạn chế">
            Kết quả không tính những nội dung hạn chế trong hồ sơ mà bạn không được xem.
          </Notice>
        )}
        {props.suppositions.length > 0 && (
          <Notice tone="info" title="Đang xem theo giả định">
            {`Nếu ${props.suppositions.map(suppositionWords).join("; ")}. Không có gì được lưu vào hồ sơ.`}
          </Notice>
        )}
        {props.supposed && <Changes {...props} />}
        <ThisYear {...props} steps={current} year={year} />
        <Columns>
          <Stack>{shown && <Conditions {...props} step={shown} />}</Stack>
          <Stack>
            <Ahead titles={props.titles} steps={current} />
            <Held titles={props.titles} steps={current} />
            <WhatIfForm {...props} />
            <OtherDay {...props} />
          </Stack>
        </Columns>
      </Stack>
    </Page>
  );
}

/** The lowest step not yet open: what one would ask first. */
const nextStep = (steps: readonly Step[]): Step | undefined =>
  steps.find(({ verdict, open }) => verdict.outcome !== "eligible" && !open) ?? steps[0];

const nameIn = (titles: readonly TitleChoice[], code: Code): string =>
  titles.find((title) => title.code === code)?.name ?? code;

function ThisYear(props: PathwayProps & { year: number }) {
  const { steps, titles, year } = props;
  const earliestWords = ({ earliest, held, open, code }: Step): string => {
    if (earliest !== null) return `${earliest}`;
    if (held.length > 0 && titles.find((title) => title.code === code)?.kind === "form") return "đã có";
    return open ? "không tính được từ hồ sơ" : `sau ${year + horizon}`;
  };
  return (
    <Card title={`Năm ${year} và sớm nhất từ năm nào`} flush>
      <DataTable
        id="nam-nay"
        caption={`Từng danh hiệu, hình thức: kết quả xét năm ${year}, điều còn thiếu và năm sớm nhất`}
        rows={steps}
        rowKey={({ code }) => code}
        columns={[
          {
            key: "danh-hieu",
            label: "Danh hiệu, hình thức",
            head: true,
            cell: ({ code }) => (
              <a href={`${pathwayAddressWith(props, { shown: code })}#dieu-kien`}>{nameIn(titles, code)}</a>
            ),
          },
          {
            key: "ket-qua",
            label: `Năm ${year}`,
            kind: "tag",
            cell: ({ verdict }) => <Tag tone={tones[verdict.outcome]}>{outcomeNames[verdict.outcome]}</Tag>,
          },
          {
            key: "con-thieu",
            label: "Còn thiếu",
            cell: ({ verdict }) => withoutCodes(verdict.needs[0] ?? ""),
          },
          { key: "som-nhat", label: "Sớm nhất", kind: "number", cell: earliestWords },
        ]}
        empty={
          <EmptyState title="Chưa có quy định để xét">
            Danh mục chưa có tiêu chuẩn nào áp dụng cho ngày này; hãy chọn ngày khác.
          </EmptyState>
        }
      />
    </Card>
  );
}

const Conditions = ({ subject, titles, step, facts }: PathwayProps & { step: Step }) => (
  <VerdictCard
    id="dieu-kien"
    title={`Điều kiện: ${nameIn(titles, step.code)}`}
    verdict={step.verdict}
    facts={facts}
    evidenceHref={(path) => (/^(grades|honours|initiatives)/.test(path) ? recordAddress(subject) : null)}
  />
);

const Ahead = ({ titles, steps }: Pick<PathwayProps, "titles" | "steps">) => {
  const years = yearsAhead(steps);
  return (
    <Card
      title="Lộ trình các năm tới"
      lead="Năm sớm nhất có thể được xét, theo quy định hiện nay."
      flush={years.length > 0}
    >
      {years.length === 0 ? (
        <p>Chưa tính được năm nào.</p>
      ) : (
        <Lines
          lines={years.map(({ year, codes }) => ({
            main: <b>{year}</b>,
            detail: codes.map((code) => nameIn(titles, code)).join("; "),
          }))}
        />
      )}
      <details class="card-body">
        <summary>Giả định khi tính</summary>
        <ul>
          {assumptions.map((one) => (
            <li>{one};</li>
          ))}
        </ul>
      </details>
    </Card>
  );
};

const Held = ({ titles, steps }: Pick<PathwayProps, "titles" | "steps">) => {
  const held = steps.filter((step) => step.held.length > 0);
  return (
    <Card title="Đang có" flush={held.length > 0}>
      {held.length === 0 ? (
        <p>Hồ sơ chưa ghi danh hiệu, hình thức nào trong danh sách này.</p>
      ) : (
        <Lines
          lines={held.map((step) => ({ main: nameIn(titles, step.code), detail: step.held.join(", ") }))}
        />
      )}
    </Card>
  );
};

const Changes = ({ titles, changes }: PathwayProps) => (
  <Card title="Thay đổi so với hồ sơ" flush={changes.length > 0}>
    {changes.length === 0 ? (
      <p>Giả định này không làm thay đổi kết quả nào.</p>
    ) : (
      <Lines
        lines={changes.map(({ before, after }) => ({
          main: nameIn(titles, after.code),
          detail: changeWords(before, after),
          end: <Tag tone={tones[after.verdict.outcome]}>{outcomeNames[after.verdict.outcome]}</Tag>,
        }))}
      />
    )}
  </Card>
);

function changeWords(before: Step, after: Step): string {
  const outcome =
    before.verdict.outcome === after.verdict.outcome
      ? ""
      : `Trước đây: ${outcomeNames[before.verdict.outcome].toLocaleLowerCase("vi")}. `;
  if (before.earliest === after.earliest) return outcome.trim();
  const [was, is] = [before.earliest ?? "chưa tính được", after.earliest ?? "chưa tính được"];
  return `${outcome}Sớm nhất: ${was} → ${is}`;
}

const OtherDay = ({ subject, onDay }: PathwayProps) => (
  <Card title="Xem vào ngày khác">
    <form method="get" action={pathwayAddress(subject)} class="form">
      <div class="field">
        <label for="o-ngay">Ngày</label>
        <day-input label="Ngày">
          <input
            id="o-ngay"
            class="input input-day"
            type="text"
            name="ngay"
            value={writeDay(onDay)}
            inputmode="numeric"
            placeholder="dd/mm/yyyy"
            maxlength={12}
            autocomplete="off"
          />
        </day-input>
      </div>
      <button class="button button-secondary" type="submit">
        Xem
      </button>
    </form>
  </Card>
);
