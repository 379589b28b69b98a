import { type Day, writeDay } from "../platform/day.ts";
import { writeDeadline } from "../platform/deadline.ts";
import type { ReminderSteps } from "../platform/reminder.ts";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  Card,
  Columns,
  DataTable,
  EmptyState,
  ErrorSummary,
  type Frame,
  Stack,
  Tabs,
  TextField,
  Timeline,
} from "../web/kit.ts";
import { LatenessPage } from "./lateness-frame.view.tsx";
import type { DueReminder } from "./reminder.ts";
import type { SettableBody } from "./reminder-steps.store.ts";
import { type BodySteps, writeSteps } from "./reminder-steps.ts";

interface StepsViewProps {
  frame: Frame;
  bodies: readonly SettableBody[];
  body: SettableBody;
  history: readonly BodySteps[];
  inForce: ReminderSteps;
  /** The body has set its own; otherwise it follows the one above or the usual. */
  own: boolean;
  tomorrow: Tomorrow;
  day: Day;
  year: number;
  state: FormState;
  formKey: string;
}

interface Tomorrow {
  readonly total: number;
  readonly shown: readonly (DueReminder & { readonly unitName: string })[];
  /** Bodies below that have set their own steps. */
  readonly bodiesWithOwn: number;
  readonly words: string;
}

/** When a body reminds by itself, and what it would send tomorrow. */
export const StepsView = (props: StepsViewProps) => (
  <LatenessPage
    frame={props.frame}
    title="Lịch nhắc hạn"
    lead={`${props.body.name}: ${props.own ? "" : "chưa đặt riêng, đang dùng "}${writeSteps(props.inForce)}`}
    current="steps"
    year={props.year}
    setsSteps
  >
    <ErrorSummary errors={props.state.errors} title="Chưa đặt được lịch nhắc" />
    {props.bodies.length > 1 && <BodySwitch {...props} />}
    <Columns>
      <TomorrowCard {...props} />
      <Stack>
        <Card title={props.bodies.length > 1 ? `Đặt lịch nhắc của ${props.body.name}` : "Đặt lịch nhắc"}>
          <ActionForm action="/don-doc/lich-nhac" formKey={props.formKey} guard>
            <input type="hidden" name="body" value={`${props.body.id}`} />
            <TextField
              {...shown(props.state, "before", props.inForce.before.join(", "))}
              label="Nhắc trước hạn (số ngày)"
              hint="Cách nhau bằng dấu phẩy, ví dụ 7, 2; để trống nếu không nhắc trước hạn"
              width="medium"
              optional
            />
            <TextField
              {...shown(props.state, "after", props.inForce.after.join(", "))}
              label="Nhắc sau hạn (số ngày)"
              hint="Ví dụ 1; để trống nếu không nhắc khi đã quá hạn"
              width="medium"
              optional
            />
            <p class="small soft">
              Áp dụng cho mọi đơn vị thuộc và được hướng dẫn, trừ nơi đã tự đặt lịch riêng
              {props.tomorrow.bodiesWithOwn > 0 ? ` (hiện có ${props.tomorrow.bodiesWithOwn} nơi)` : ""}. Hệ
              thống gửi lúc 7 giờ sáng: thông báo trong chương trình và một thư cho mỗi người, mỗi việc không
              quá một lần một ngày.
            </p>
            <Actions>
              <Button>Đặt lịch nhắc</Button>
            </Actions>
          </ActionForm>
        </Card>
        {props.history.length > 0 && (
          <Card title="Đã đặt">
            <Timeline
              label="Các lần đặt lịch nhắc"
              entries={props.history.map(({ at, actorName, steps }) => ({
                at,
                who: actorName,
                what: `đặt nhắc ${writeSteps(steps)}`,
              }))}
            />
          </Card>
        )}
      </Stack>
    </Columns>
  </LatenessPage>
);

/** Somebody of two bodies looks at one of them at a time, and sets what they look at. */
const BodySwitch = ({ bodies, body }: StepsViewProps) => (
  <Tabs
    label="Cơ quan"
    tabs={bodies.map(({ id, name }) => ({
      href: `/don-doc/lich-nhac?co-quan=${id}`,
      label: name,
      current: id === body.id,
    }))}
  />
);

const TomorrowCard = ({ tomorrow, day }: StepsViewProps) => (
  <Card
    title={`Ngày mai, ${writeDay(day)}, sẽ nhắc`}
    lead={tomorrow.total > 0 ? `${tomorrow.total} việc, theo những gì hôm nay chưa xong` : undefined}
    flush
  >
    {tomorrow.total === 0 ? (
      <EmptyState title="Không có gì phải nhắc">
        Ngày mai không phải mốc nhắc của việc nào chưa xong trong phạm vi của cơ quan.
      </EmptyState>
    ) : (
      <DataTable
        id="ngay-mai"
        caption="Những việc sẽ được nhắc ngày mai"
        rows={tomorrow.shown}
        rowKey={({ item }) => `${item.kind} ${item.subject} ${item.unit}`}
        columns={[
          { key: "don-vi", label: "Đơn vị", head: true, cell: ({ unitName }) => unitName },
          { key: "viec", label: "Việc", cell: ({ item }) => item.what },
          { key: "han", label: "Hạn", cell: ({ item }) => writeDeadline(item.deadline) },
          { key: "moc", label: "Mốc", kind: "code", cell: ({ step }) => step },
        ]}
      />
    )}
  </Card>
);
