import { Card, Tag } from "../web/kit.ts";
import { type AskedLine, askedLine } from "./asked-words.ts";
import { type SubjectKind, subjectNames } from "./catalogue.ts";
import type { ChosenDay } from "./chosen-day.view.tsx";
import { basisNames } from "./facts.ts";
import { Basis, spanWords } from "./mark.view.tsx";
import { type Rule, ruleId } from "./rule.ts";

/** What is asked in each version of the rule, route by route, the newest first. */
export function StandardsCards({ versions, chosen }: { versions: readonly Rule[]; chosen: ChosenDay }) {
  if (versions.length === 0)
    return (
      <Card id="tieu-chuan" title="Tiêu chuẩn">
        <p>
          Danh mục chưa có tiêu chuẩn để xét; kết luận về danh hiệu, hình thức này luôn là “không có quy định
          để xét”.
        </p>
      </Card>
    );
  return (
    <>
      {versions.map((rule, index) => (
        <Card
          id={index === 0 ? "tieu-chuan" : undefined}
          title={`Tiêu chuẩn áp dụng ${spanWords(rule)}`}
          lead={`${ruleId(rule)}${rule.partly ? " · luật còn căn cứ khác mà danh mục chưa có" : ""}`}
          tag={holdsOn(rule, chosen) ? <Tag tone="action">Ngày đang xem</Tag> : undefined}
        >
          {rule.routes.map((route) => (
            <>
              <h3>{`Xét ${basisNames[route.basis]}, ${subjectList(route.subjects)}`}</h3>
              <AskedLines lines={route.all.map(askedLine)} top />
            </>
          ))}
        </Card>
      ))}
    </>
  );
}

const holdsOn = (rule: Rule, { day }: ChosenDay): boolean =>
  rule.from <= day && (rule.to === null || day < rule.to);

const AskedLines = ({ lines, top }: { lines: readonly AskedLine[]; top?: boolean }) => (
  <ul class={top ? "tree" : undefined}>
    {lines.map((line) => (
      <li>
        {line.words}
        {line.onlyIn && ` (chỉ trong thời kỳ ${line.onlyIn.join(", ")})`}
        <br />
        <small class="soft">
          <Basis basis={line.basis} />
          {!line.verified && " · chưa đối chiếu"}
        </small>
        {line.ways.length > 1 && <p class="small">Một trong các cách:</p>}
        {line.ways.map((way) => (
          <AskedLines lines={way} />
        ))}
      </li>
    ))}
  </ul>
);

/** “cá nhân, tập thể”. */
export const subjectList = (subjects: readonly SubjectKind[]): string =>
  subjects.map((subject) => subjectNames[subject]).join(", ");
