import { gradeNames, grades, scopeNames, scopes } from "../law/facts.ts";
import { writeDay, yearOf } from "../platform/day.ts";
import type { TitleChoice } from "../registrations/title.ts";
import { Card, ErrorSummary, Lines } from "../web/kit.ts";
import { type PathwaySight, pathwayAddress, pathwayAddressWith } from "./addresses.ts";
import { mostSuppositions, suppositionWords, writeSupposition } from "./what-if.ts";

interface WhatIfProps extends PathwaySight {
  readonly titles: readonly TitleChoice[];
  /** What was just asked could not be read. */
  readonly refusedSupposition: boolean;
}

/** What would change if …: a form that only asks, so that it stands in the address and keeps nothing. */
export function WhatIfForm(props: WhatIfProps) {
  const { subject, onDay, isToday, suppositions, titles, refusedSupposition } = props;
  return (
    <Card
      title="Giả sử"
      lead="Thử thêm một kết quả để xem lộ trình thay đổi thế nào. Không lưu vào hồ sơ."
      id="gia-su"
    >
      {suppositions.length > 0 && (
        <Lines
          lines={suppositions.map((one) => ({
            main: suppositionWords(one),
            end: (
              <a href={`${pathwayAddressWith(props, { without: one })}#gia-su`}>
                Bỏ<span class="unseen"> giả định: {suppositionWords(one)}</span>
              </a>
            ),
          }))}
        />
      )}
      {refusedSupposition && (
        <ErrorSummary
          errors={{ nam: "Hãy chọn nội dung và nhập năm gồm bốn chữ số, ví dụ 2026." }}
          kept={false}
        />
      )}
      {suppositions.length < mostSuppositions && (
        <form method="get" action={`${pathwayAddress(subject)}#gia-su`} class="form">
          {!isToday && <input type="hidden" name="ngay" value={writeDay(onDay)} />}
          {suppositions.map((one) => (
            <input type="hidden" name="them" value={writeSupposition(one)} />
          ))}
          <div class="field">
            <label for="o-gia-su">Thêm</label>
            <select id="o-gia-su" name="gia-su" class="input input-select">
              <optgroup label="Xếp loại chất lượng">
                {grades.toReversed().map((grade) => (
                  <option value={`grade:${grade}`}>Xếp loại {gradeNames[grade]}</option>
                ))}
              </optgroup>
              <optgroup label="Sáng kiến được công nhận">
                {scopes.map((scope) => (
                  <option value={`initiative:${scope}`}>Sáng kiến phạm vi {scopeNames[scope]}</option>
                ))}
              </optgroup>
              <optgroup label="Danh hiệu, hình thức khen thưởng">
                {titles.map(({ code, name }) => (
                  <option value={`honour:${code}`}>{name}</option>
                ))}
              </optgroup>
            </select>
          </div>
          <div class="field">
            <label for="o-nam">Năm</label>
            <input
              id="o-nam"
              name="nam"
              class="input input-number"
              type="text"
              inputmode="numeric"
              maxlength={4}
              value={`${yearOf(onDay)}`}
            />
          </div>
          <button class="button button-secondary" type="submit">
            Xem thay đổi
          </button>
        </form>
      )}
    </Card>
  );
}
