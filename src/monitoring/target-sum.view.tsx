import { writeNumber } from "../platform/money.ts";
import type { Frame } from "../web/frame.ts";
import { Card, CheckAnswers, Page, Stack } from "../web/kit.ts";
import { writeMeasured } from "./forecast.ts";
import { PartsTable } from "./roll-up.view.tsx";
import type { TrackedShare } from "./share-progress.store.ts";
import type { Target } from "./target.ts";
import type { TargetSum } from "./target-sum.ts";
import { writeGoal } from "./target-tags.view.tsx";

interface SumProps {
  frame: Frame;
  target: Target;
  sum: TargetSum;
  parts: readonly TrackedShare[];
  /** How many of the parts asked about are not this person's to see. */
  unseen: number;
}

/** One number of a report, opened to the units it is summed from. */
export const TargetSumPage = ({ frame, target, sum, parts, unseen }: SumProps) => (
  <Page
    frame={frame}
    title="Số cộng của các đơn vị"
    lead={target.name}
    crumbs={[{ label: "Theo dõi chỉ tiêu", href: "/theo-doi" }, { label: "Số cộng của các đơn vị" }]}
  >
    <Stack>
      <Card title="Kết quả chung">
        <CheckAnswers
          answers={[
            { label: "Thực hiện", value: writeMeasured(sum.actual, target) },
            ...(sum.numerator !== null && sum.denominator !== null
              ? [
                  {
                    label: "Cộng tử số trên mẫu số",
                    value: `${writeNumber(sum.numerator)}/${writeNumber(sum.denominator)}`,
                  },
                ]
              : []),
            {
              label: "Chỉ tiêu giao",
              value: sum.goal === null ? "Mỗi đơn vị một mức, xem dưới đây" : writeGoal(target, sum.goal),
            },
          ]}
        />
        <p class="small soft">
          Mỗi số liệu chỉ tính một lần: đơn vị đã cộng trong đơn vị cấp trên của mình thì không cộng thêm. Số
          ở đây là số của hôm nay; báo cáo giữ số của những kỳ đã hết khi lập báo cáo.
        </p>
        {unseen > 0 && (
          <p>
            Báo cáo còn tính {writeNumber(unseen)} phần nằm ngoài phạm vi được xem của Ông/Bà; số trên đây
            không gồm các phần đó.
          </p>
        )}
      </Card>
      <Card title="Các đơn vị được cộng" flush>
        <PartsTable parts={parts} caption="Các đơn vị được cộng" />
      </Card>
    </Stack>
  </Page>
);
