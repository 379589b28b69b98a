import type { Cluster } from "../org/cluster.ts";
import type { Deadline } from "../platform/deadline.ts";
import { lateFrom } from "../platform/deadline.ts";
import { writeNumber } from "../platform/money.ts";
import { type FormState, shown, versionShown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DayField,
  DeadlineTag,
  DeadlineText,
  ErrorSummary,
  FinalStep,
  type KeptFile,
  NumberField,
  Page,
  RadioField,
  SelectField,
  Stack,
  TextArea,
  TextField,
  Upload,
} from "../web/kit.ts";
import { channelNames, type TallyLine } from "./pledge.ts";
import { PledgePage, type PledgeProps } from "./pledge-frame.view.tsx";

interface FormProps extends PledgeProps {
  state: FormState;
  formKey: string;
}

const Tally = ({ tally }: { tally: readonly TallyLine[] }) =>
  tally.length === 0 ? (
    <p>Chưa có số liệu đăng ký của các đơn vị thành viên.</p>
  ) : (
    <table class="table">
      <caption class="unseen">Tổng hợp đăng ký của các đơn vị thành viên</caption>
      <thead>
        <tr>
          <th scope="col">Nội dung</th>
          <th scope="col" class="cell-number">
            Số
          </th>
          <th scope="col">Đơn vị tính</th>
        </tr>
      </thead>
      <tbody>
        {tally.map((line) => (
          <tr>
            <th scope="row" class="cell-head">
              {line.label}
            </th>
            <td class="cell-number" data-label="Số">
              {line.value === null ? "chưa rõ" : writeNumber(line.value)}
            </td>
            <td data-label="Đơn vị tính">{line.measure}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );

export function SendView(props: FormProps & { tally: readonly TallyLine[]; deadline: Deadline | null }) {
  const { pledge, actor, deadline, state } = props;
  const base = `/giao-uoc/${pledge.id}`;
  const from = deadline && lateFrom(deadline);
  const late = pledge.sentState === "returned" ? pledge.late === true : !!from && actor.at >= from;
  return (
    <PledgePage {...props} side="overview" title="Gửi kế hoạch và tổng hợp đăng ký" below="Gửi Thường trực">
      <Card
        title="Tổng hợp đăng ký của các đơn vị thành viên"
        lead="Lấy từ đăng ký đã gửi trên hệ thống, tại thời điểm này."
        flush={props.tally.length > 0}
      >
        <Tally tally={props.tally} />
      </Card>
      <FinalStep
        action={`${base}/gui`}
        formKey={props.formKey}
        effects={[
          "Kế hoạch đã thông qua và bảng tổng hợp ở trên được gửi đến Thường trực.",
          "Thường trực tiếp nhận, hoặc trả lại kèm lý do để cụm sửa và gửi lại.",
        ]}
        touched={{ label: "Nơi nhận", names: [pledge.receiverName ?? "Chưa ghi"] }}
        basis={[{ label: pledge.movementName ?? "Kế hoạch phát động của năm" }]}
        afterwards={
          deadline ? (
            <>
              Hạn: <DeadlineText deadline={deadline} /> <DeadlineTag deadline={deadline} at={actor.at} />
            </>
          ) : (
            "Phong trào của năm không đặt hạn riêng cho cụm."
          )
        }
        verb="Gửi Thường trực"
        backHref={base}
      >
        {late && <TextField {...shown(state, "lateReason")} label="Lý do gửi muộn" />}
        <TextArea {...shown(state, "remarks")} label="Ghi chú" rows={2} optional />
      </FinalStep>
    </PledgePage>
  );
}

export function AcceptView(props: FormProps) {
  const { pledge, state } = props;
  const base = `/giao-uoc/${pledge.id}`;
  return (
    <PledgePage {...props} side="overview" title="Tiếp nhận kế hoạch của cụm" below="Tiếp nhận">
      <FinalStep
        action={`${base}/tiep-nhan`}
        formKey={props.formKey}
        effects={[
          "Kế hoạch và tổng hợp đăng ký của cụm được ghi là đã tiếp nhận.",
          "Trưởng cụm nhận thông báo.",
        ]}
        touched={{ label: "Cụm", names: [pledge.clusterName] }}
        basis={[{ label: pledge.movementName ?? "Kế hoạch phát động của năm" }]}
        afterwards={
          <>
            Cần sửa thì <a href={`${base}/tra-lai`}>trả lại kèm lý do</a>.
          </>
        }
        verb="Tiếp nhận"
        backHref={base}
      >
        <input type="hidden" name="version" value={versionShown(state, pledge.version)} />
        <TextArea {...shown(state, "remarks")} label="Ghi chú" rows={2} optional />
      </FinalStep>
    </PledgePage>
  );
}

export function ReturnView(props: FormProps) {
  const { pledge, state } = props;
  const base = `/giao-uoc/${pledge.id}`;
  return (
    <PledgePage {...props} side="overview" title="Trả lại kế hoạch của cụm" below="Trả lại">
      <Card title={pledge.clusterName}>
        <ActionForm action={`${base}/tra-lai`} formKey={props.formKey} guard>
          <input type="hidden" name="version" value={versionShown(state, pledge.version)} />
          <TextArea {...shown(state, "reason")} label="Lý do trả lại" hint="Cụm phải sửa gì" rows={4} />
          <Actions>
            <Button>Trả lại</Button>
            <ButtonLink href={base} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </PledgePage>
  );
}

interface ReceiptProps {
  frame: Frame;
  clusters: readonly Cluster[];
  year: number;
  state: FormState;
  kept: readonly KeptFile[];
  formKey: string;
}

export const ReceiptView = ({ frame, clusters, year, state, kept, formKey }: ReceiptProps) => (
  <Page
    frame={frame}
    title="Nhập bản giấy của cụm"
    failed={Object.keys(state.errors).length > 0}
    lead="Kế hoạch và tổng hợp đăng ký mà cụm gửi bằng giấy, thư điện tử hoặc tin nhắn."
    crumbs={[{ label: "Giao ước", href: "/giao-uoc" }, { label: "Nhập bản giấy" }]}
  >
    <Stack>
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action="/giao-uoc/nhap-ban-giay" formKey={formKey} files guard>
          <NumberField {...shown(state, "year", `${year}`)} label="Năm" />
          <SelectField
            {...shown(state, "cluster")}
            label="Cụm"
            choices={clusters.map(({ id, name }) => ({ value: `${id}`, label: name }))}
          />
          <RadioField
            {...shown(state, "channel", "paper")}
            label="Cách nhận"
            choices={(["paper", "mail", "messenger"] as const).map((value) => ({
              value,
              label: channelNames[value],
            }))}
          />
          <DayField
            {...shown(state, "receivedOn")}
            label="Ngày nhận"
            hint="Ngày này quyết định đúng hạn hay muộn. Ví dụ 01/3/2021"
          />
          <TextField
            {...shown(state, "lateReason")}
            label="Lý do gửi muộn"
            hint="Chỉ cần khi ngày nhận sau hạn"
            optional
          />
          <Upload
            name="scan"
            label="Bản quét"
            hint="PDF hoặc ảnh, không quá 20 MB"
            accept=".pdf,.jpg,.jpeg,.png"
            error={state.errors.scan}
            kept={kept}
            optional
          />
          <TextArea {...shown(state, "remarks")} label="Ghi chú" rows={2} optional />
          <Actions>
            <Button>Ghi đã nhận</Button>
            <ButtonLink href="/giao-uoc" kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Stack>
  </Page>
);
