import { writeDay } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import { type FormState, shown, versionShown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckAnswers,
  Columns,
  DayField,
  EmptyState,
  FinalStep,
  Lines,
  NumberField,
  SelectField,
  Stack,
  Tag,
  TextArea,
  TextField,
} from "../web/kit.ts";
import { type Attendance, presenceNames, presences } from "./attendance.ts";
import { mayRun } from "./pledge.may.ts";
import { planIsOpen } from "./pledge.ts";
import { PledgePage, type PledgeProps, type Saving, Words } from "./pledge-frame.view.tsx";
import type { Member } from "./signing.ts";

interface WithAttendance extends PledgeProps {
  attendance: readonly Attendance[];
}

interface FormProps extends PledgeProps {
  state: FormState;
  formKey: string;
}

export function ConferenceView(props: WithAttendance) {
  const { pledge, attendance } = props;
  const { conference } = pledge;
  const base = `/giao-uoc/${pledge.id}`;
  const runs = !isRefusal(mayRun(props.actor, pledge));
  return (
    <PledgePage
      {...props}
      side="conference"
      title="Hội nghị cụm"
      lead={pledge.clusterName}
      actions={
        <>
          {runs && (
            <ButtonLink href={`${base}/hoi-nghi/sua`} kind="secondary">
              Sửa hội nghị
            </ButtonLink>
          )}
          <ButtonLink href={`${base}/bien-ban`}>Biên bản</ButtonLink>
        </>
      }
    >
      <Columns>
        <Stack>
          <Card title="Ngày, nơi họp, chủ trì">
            <CheckAnswers
              answers={[
                {
                  label: "Thời gian",
                  value: conference.heldOn
                    ? [conference.time, writeDay(conference.heldOn)].filter(Boolean).join(", ngày ")
                    : "Chưa ấn định",
                },
                { label: "Địa điểm", value: conference.place ?? "Chưa ấn định" },
                { label: "Chủ trì", value: conference.chair ?? "Chưa ghi" },
                { label: "Thư ký", value: conference.secretary ?? "Chưa ghi" },
                { label: "Lãnh đạo dự, chỉ đạo", value: conference.leader ?? "Không" },
              ]}
            />
          </Card>
          <Card title="Chương trình">
            {conference.agenda ? <Words text={conference.agenda} /> : <p>Chưa ghi chương trình.</p>}
          </Card>
          {conference.proceedings && (
            <Card title="Diễn biến">
              <Words text={conference.proceedings} />
            </Card>
          )}
        </Stack>
        <Stack>
          <Card
            title="Thành phần dự"
            tag={<Tag>{`${props.counts.attending}/${pledge.members.length} đơn vị`}</Tag>}
            more={
              runs && planIsOpen(pledge.state) ? (
                <a href={`${base}/hoi-nghi/diem-danh`}>Điểm danh…</a>
              ) : undefined
            }
            flush
          >
            <AttendanceLines members={pledge.members} attendance={attendance} />
          </Card>
          {conference.guests && (
            <Card title="Đại biểu mời">
              <Words text={conference.guests} />
            </Card>
          )}
        </Stack>
      </Columns>
    </PledgePage>
  );
}

function AttendanceLines({
  members,
  attendance,
}: {
  members: readonly Member[];
  attendance: readonly Attendance[];
}) {
  if (attendance.length === 0) return <EmptyState title="Chưa điểm danh" />;
  const of = new Map(attendance.map((one) => [one.unit, one]));
  return (
    <Lines
      lines={members.map(({ unit, name }) => ({
        main: name,
        detail: [of.get(unit)?.name, of.get(unit)?.title].filter(Boolean).join(", "),
        end: <PresenceTag attendance={of.get(unit)} />,
      }))}
    />
  );
}

function PresenceTag({ attendance }: { attendance: Attendance | undefined }) {
  if (!attendance) return <Tag>Chưa ghi</Tag>;
  const tone = attendance.presence === "absent" ? "watch" : "good";
  return <Tag tone={tone}>{presenceNames[attendance.presence]}</Tag>;
}

export function ConferenceFormView(props: FormProps & { saving: Saving }) {
  const { pledge, state } = props;
  const { conference } = pledge;
  const base = `/giao-uoc/${pledge.id}`;
  return (
    <PledgePage {...props} side="conference" title="Sửa hội nghị" below="Sửa">
      <Card>
        <ActionForm action={`${base}/hoi-nghi/sua`} formKey={props.formKey} guard {...props.saving}>
          <input type="hidden" name="version" value={versionShown(state, pledge.version)} />
          <DayField
            {...shown(state, "heldOn", conference.heldOn ? writeDay(conference.heldOn) : "")}
            label="Ngày họp"
            optional
          />
          <TextField
            {...shown(state, "time", conference.time ?? "")}
            label="Giờ bắt đầu"
            hint="Ví dụ 8 giờ 30"
            width="short"
            optional
          />
          <TextField {...shown(state, "place", conference.place ?? "")} label="Địa điểm" optional />
          <TextField
            {...shown(state, "chair", conference.chair ?? "")}
            label="Chủ trì"
            hint="Họ tên, chức vụ"
            optional
          />
          <TextField
            {...shown(state, "secretary", conference.secretary ?? "")}
            label="Thư ký hội nghị"
            hint="Họ tên, chức vụ"
            optional
          />
          <TextField
            {...shown(state, "leader", conference.leader ?? "")}
            label="Lãnh đạo dự và chỉ đạo"
            hint="Họ tên, chức vụ; chỉ đạo được ghi thành nhiệm vụ ở trang Chỉ đạo"
            optional
          />
          <TextArea
            {...shown(state, "guests", conference.guests ?? "")}
            label="Đại biểu mời"
            hint="Mỗi người, mỗi đơn vị một dòng"
            rows={3}
            optional
          />
          <TextArea
            {...shown(state, "agenda", conference.agenda ?? "")}
            label="Chương trình"
            hint="Mỗi việc một dòng"
            rows={6}
            optional
          />
          <TextArea
            {...shown(state, "proceedings", conference.proceedings ?? "")}
            label="Diễn biến hội nghị"
            hint="Ghi cho biên bản; góp ý và trả lời đã có ở trang Kế hoạch được đưa vào biên bản"
            rows={8}
            optional
          />
          <Actions>
            <Button>Lưu hội nghị</Button>
            <ButtonLink href={`${base}/hoi-nghi`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </PledgePage>
  );
}

export function AttendanceView(props: FormProps & WithAttendance) {
  const { pledge, state, attendance } = props;
  const base = `/giao-uoc/${pledge.id}`;
  const of = new Map(attendance.map((one) => [one.unit, one]));
  return (
    <PledgePage {...props} side="conference" title="Điểm danh hội nghị" below="Điểm danh">
      <ActionForm action={`${base}/hoi-nghi/diem-danh`} formKey={props.formKey} guard>
        <input type="hidden" name="version" value={versionShown(state, pledge.version)} />
        {pledge.members.map((member, index) => {
          const came = of.get(member.unit);
          const name = (field: string) => `attendance.${index}.${field}`;
          return (
            <Card title={member.name} level={2}>
              <input type="hidden" name={name("unit")} value={member.unit} />
              <SelectField
                {...shown(state, name("presence"), came?.presence ?? "present")}
                label="Dự hội nghị"
                prompt={null}
                choices={presences.map((presence) => ({ value: presence, label: presenceNames[presence] }))}
              />
              <TextField {...shown(state, name("name"), came?.name ?? "")} label="Họ tên người dự" optional />
              <TextField {...shown(state, name("title"), came?.title ?? "")} label="Chức vụ" optional />
            </Card>
          );
        })}
        <Actions>
          <Button>Lưu điểm danh</Button>
          <ButtonLink href={`${base}/hoi-nghi`} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </PledgePage>
  );
}

export function AdoptView(props: FormProps) {
  const { pledge, state, counts } = props;
  const base = `/giao-uoc/${pledge.id}`;
  const held = pledge.conference.heldOn ? writeDay(pledge.conference.heldOn) : "";
  return (
    <PledgePage {...props} side="plan" title="Thông qua kế hoạch của cụm" below="Thông qua" state={state}>
      <FinalStep
        action={`${base}/thong-qua`}
        formKey={props.formKey}
        effects={[
          "Kết quả biểu quyết bằng giơ tay được ghi vào biên bản hội nghị.",
          "Kế hoạch và thành phần dự hội nghị không sửa được nữa.",
          "Các đơn vị thành viên nhận thông báo để ghi cam kết vào giao ước.",
        ]}
        touched={{ label: "Đơn vị thành viên", names: pledge.members.map(({ name }) => name) }}
        basis={[{ label: "Quá nửa số đơn vị dự hội nghị tán thành" }]}
        afterwards={`${counts.attending}/${pledge.members.length} đơn vị dự; ${counts.unanswered} góp ý chưa trả lời.`}
        verb="Ghi kết quả thông qua"
        backHref={`${base}/ke-hoach`}
      >
        <input type="hidden" name="version" value={versionShown(state, pledge.version)} />
        <DayField {...shown(state, "onDay", held)} label="Ngày thông qua" />
        <NumberField {...shown(state, "inFavour")} label="Tán thành" unit="đơn vị" />
        <NumberField {...shown(state, "against", "0")} label="Không tán thành" unit="đơn vị" />
        <NumberField {...shown(state, "abstained", "0")} label="Không biểu quyết" unit="đơn vị" />
        <TextArea {...shown(state, "remarks")} label="Ghi chú" rows={2} optional />
      </FinalStep>
    </PledgePage>
  );
}
