import type { Actor } from "../platform/actor.ts";
import { writeDay } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Button,
  ButtonLink,
  Card,
  type Column,
  Columns,
  DataTable,
  DeadlineTag,
  InstantText,
  Lines,
  Notice,
  Page,
  Stack,
  type Step,
  Steps,
  Tag,
} from "../web/kit.ts";
import type { YearMember } from "./member.ts";
import { writeHundredths } from "./points.ts";
import { barringUnits, maySeeResults, maySeeScores, maySteer, mayVerify, writesFor } from "./score.may.ts";
import {
  baseNames,
  methodNames,
  type Phase,
  phaseOf,
  type ScoringYear,
  selfDeadline,
  tieNames,
} from "./scoring-year.ts";
import { isSent } from "./sheet.ts";
import { tableHref } from "./table.view.tsx";
import { takeoversIn } from "./takeover.ts";
import type { WholeYear } from "./whole-sheet.store.ts";

import { PhaseTag, SheetTag, sheetHref, yearCrumbs, yearHref } from "./year-tags.view.tsx";

/** The year of one cluster: its steps, its members, what one may do now. Never a score of another. */
export function YearPage(props: { frame: Frame; actor: Actor; whole: WholeYear; formKey: string }) {
  const { frame, actor, whole } = props;
  const { scoring, seen, members } = whole;
  const steers = !isRefusal(maySteer(actor, seen));
  return (
    <Page
      frame={frame}
      title={`${scoring.clusterName}, năm ${scoring.year}`}
      help="cum-thi-dua"
      crumbs={yearCrumbs(scoring)}
      lead={
        <>
          <PhaseTag phase={phaseOf(scoring, actor.day)} /> · Chấm theo{" "}
          <a href={tableHref(scoring.table)}>{whole.table.name}</a>
        </>
      }
      actions={<YearActions actor={actor} whole={whole} />}
    >
      <BarredNotice actor={actor} whole={whole} />
      <Card>
        <Steps steps={stepsOf(whole, actor)} label="Các bước chấm điểm" />
      </Card>
      <Columns>
        <Stack>
          <OwnSheets {...props} />
          <MembersCard actor={actor} whole={whole} />
        </Stack>
        <Stack>
          <VotingCard scoring={scoring} />
          {steers && scoring.publishedAt === null && (
            <p>
              <a href={yearHref(scoring.id, "/lich")}>Sửa lịch, bảng tiêu chí, quy chế suy tôn…</a>
            </p>
          )}
          {members.some(({ endedOn, listed }) => endedOn !== null || !listed) && (
            <ChangesCard actor={actor} whole={whole} formKey={props.formKey} />
          )}
        </Stack>
      </Columns>
    </Page>
  );
}

/** Why others' scores are closed to this person, and what opens them. */
function BarredNotice({ actor, whole }: { actor: Actor; whole: WholeYear }) {
  const { scoring, seen, members } = whole;
  const barring = barringUnits(actor, seen);
  if (barring.length === 0) return null;
  const own = members.filter(({ unit }) => barring.includes(unit));
  const names = own.map(({ name }) => name).join(", ");
  if (isRefusal(maySteer(actor, seen)))
    return (
      <Notice tone="info" title="Điểm của đơn vị khác còn đóng">
        <p>
          Điểm của các đơn vị khác chỉ mở sau khi {names} gửi phiếu tự chấm. Ai đã gửi, ai chưa gửi thì mọi
          thành viên đều thấy.
        </p>
      </Notice>
    );
  return (
    <Notice tone="watch" title={`Chưa thẩm định được: ${names} chưa gửi phiếu tự chấm`}>
      <p>
        Ông/Bà thuộc {names}, là thành viên của cụm này. Để công bằng, người của một đơn vị chỉ xem, thẩm định
        và công bố điểm của đơn vị khác sau khi đơn vị mình đã gửi phiếu; phiếu bị trả lại thì phải gửi lại.
      </p>
      <p>
        Cách xử lý: đề nghị {names} gửi phiếu; hoặc{" "}
        {own.map(({ unit, name }, at) => (
          <>
            {at > 0 && ", "}
            <a href={yearHref(scoring.id, `/ban-giay/${unit}`)}>nhập phiếu giấy của {name}</a>
          </>
        ))}{" "}
        nếu đơn vị đã nộp bản giấy; hoặc để công chức thường trực không thuộc {names} thẩm định.
      </p>
    </Notice>
  );
}

function YearActions({ actor, whole }: { actor: Actor; whole: WholeYear }) {
  const { scoring, seen } = whole;
  const verifies = !isRefusal(mayVerify(actor, seen));
  return (
    <>
      {!isRefusal(maySeeResults(actor, seen)) && (
        <ButtonLink href={yearHref(scoring.id, "/ket-qua")} kind="secondary">
          {scoring.publishedAt ? "Kết quả" : "Kết quả tạm tính"}
        </ButtonLink>
      )}
      {verifies && (
        <ButtonLink href={yearHref(scoring.id, "/chenh-lech")} kind="secondary">
          Chênh lệch
        </ButtonLink>
      )}
      <ButtonLink href={yearHref(scoring.id, "/suy-ton")} kind="secondary">
        Suy tôn
      </ButtonLink>
      {verifies && scoring.publishedAt === null && (
        <ButtonLink href={yearHref(scoring.id, "/cong-bo")}>Công bố…</ButtonLink>
      )}
    </>
  );
}

/** The sheets this person writes. */
function OwnSheets({ actor, whole, formKey }: { actor: Actor; whole: WholeYear; formKey: string }) {
  const own = whole.members.filter(({ unit }) => !isRefusal(writesFor(actor, unit)));
  if (own.length === 0) return null;
  const deadline = selfDeadline(whole.scoring);
  const phase = phaseOf(whole.scoring, actor.day);
  return (
    <Card
      title="Phiếu của đơn vị"
      tag={phase === "self" ? <DeadlineTag deadline={deadline} at={actor.at} /> : undefined}
      flush
    >
      <Lines
        lines={own.map((member) => ({
          main: <b>{member.name}</b>,
          detail: <SheetTag state={member.state} />,
          end:
            member.sheet !== null ? (
              <ButtonLink
                href={sheetHref(member.sheet)}
                kind={member.state && isSent(member.state) ? "secondary" : "primary"}
                small
              >
                {member.state && isSent(member.state) ? "Xem phiếu" : "Chấm tiếp"}
              </ButtonLink>
            ) : phase === "self" ? (
              <ActionForm
                action={yearHref(whole.scoring.id, "/phieu")}
                formKey={`${formKey}-${member.unit}`}
                inline
              >
                <input type="hidden" name="unit" value={member.unit} />
                <Button small>Bắt đầu tự chấm</Button>
              </ActionForm>
            ) : (
              <span class="soft">{phase === "before" ? "Chưa mở" : "Đã hết hạn tự chấm"}</span>
            ),
        }))}
      />
    </Card>
  );
}

function MembersCard({ actor, whole }: { actor: Actor; whole: WholeYear }) {
  const { scoring, members, seen } = whole;
  const listed = members.filter((member) => member.listed);
  const sent = listed.filter(({ state }) => state !== null && isSent(state)).length;
  const verified = listed.filter(({ state }) => state === "verified").length;
  const enters = !isRefusal(mayVerify(actor, seen)) && scoring.publishedAt === null;
  const columns: readonly Column<YearMember>[] = [
    {
      ...{ key: "unit", label: "Đơn vị", head: true },
      cell: (member) => {
        const opens =
          member.sheet !== null &&
          member.state !== null &&
          !isRefusal(maySeeScores(actor, seen, { unit: member.unit, state: member.state }));
        return opens ? <a href={sheetHref(member.sheet!)}>{member.name}</a> : member.name;
      },
    },
    { key: "state", label: "Phiếu", kind: "tag", cell: ({ state }) => <SheetTag state={state} /> },
    {
      ...{ key: "sent", label: "Gửi lúc", kind: "day" },
      cell: ({ submittedAt }) => (submittedAt ? <InstantText at={submittedAt} /> : ""),
    },
    ...(enters
      ? [
          {
            ...{ key: "paper", label: "Bản giấy", kind: "actions" as const },
            cell: (member: YearMember) =>
              member.state === null || !isSent(member.state) ? (
                <a href={yearHref(scoring.id, `/ban-giay/${member.unit}`)}>
                  Nhập<span class="unseen"> bản giấy của {member.name}</span>
                </a>
              ) : (
                ""
              ),
          },
        ]
      : []),
  ];
  return (
    <Card
      title="Thành viên"
      tag={<Tag>{`${sent}/${listed.length} đã gửi, ${verified} đã thẩm định`}</Tag>}
      flush
    >
      <DataTable
        id="thanh-vien"
        caption="Thành viên của cụm và tình trạng phiếu chấm điểm"
        columns={columns}
        rows={members}
        rowKey={({ unit }) => `${unit}`}
      />
    </Card>
  );
}

function stepsOf({ scoring, members }: WholeYear, actor: Actor): Step[] {
  const phase = phaseOf(scoring, actor.day);
  const order: readonly Phase[] = ["before", "self", "opinions", "verifying", "publishing", "published"];
  const at = order.indexOf(phase);
  const state = (step: Phase): Step["state"] => {
    const place = order.indexOf(step);
    return place < at ? "done" : place === at ? "current" : "waiting";
  };
  const { calendar } = scoring;
  const listed = members.filter((member) => member.listed);
  const sent = listed.filter((member) => member.state !== null && isSent(member.state)).length;
  return [
    {
      ...{ label: "Tự chấm điểm", state: state("self") },
      detail: `${writeDay(calendar.selfFrom)} – ${writeDay(calendar.selfUntil)}, ${sent}/${listed.length} đã gửi`,
    },
    {
      label: "Thành viên cho ý kiến",
      state: state("opinions"),
      detail: `đến hết ${writeDay(calendar.opinionsUntil)}`,
    },
    {
      label: "Thường trực thẩm định",
      state: state("verifying"),
      detail: `đến hết ${writeDay(calendar.verifyUntil)}`,
    },
    {
      ...{ label: "Công bố kết quả, xếp hạng", state: phase === "published" ? "done" : state("publishing") },
      detail: scoring.publishedAt ? (
        <InstantText at={scoring.publishedAt} />
      ) : (
        `dự kiến ${writeDay(calendar.publishOn)}`
      ),
    },
    {
      label: "Suy tôn",
      state: phase === "published" ? "current" : "waiting",
      detail: methodNames[scoring.voting.method],
    },
  ];
}

const VotingCard = ({ scoring: { voting } }: { scoring: ScoringYear }) => (
  <Card title="Quy chế suy tôn của cụm" flush>
    <Lines
      lines={[
        {
          main: methodNames[voting.method],
          detail: `Phải đạt ${writeHundredths(voting.threshold)} % ${baseNames[voting.base].toLocaleLowerCase("vi")}`,
        },
        { main: "Khi bằng phiếu", detail: tieNames[voting.ties] },
        ...(voting.paper ? [{ main: "Văn bản", detail: voting.paper }] : []),
      ]}
    />
  </Card>
);

/** What became of members during the year, and who may go on with the sheet of one that ended. */
function ChangesCard({ actor, whole, formKey }: { actor: Actor; whole: WholeYear; formKey: string }) {
  const { members, scoring, seen } = whole;
  const steers = !isRefusal(maySteer(actor, seen));
  const takeovers = scoring.publishedAt === null ? takeoversIn(members) : [];
  const takersOf = (unit: number) =>
    (takeovers.find((one) => one.unit === unit)?.followers ?? []).filter(
      (follower) => steers || !isRefusal(writesFor(actor, follower.unit)),
    );
  return (
    <Card title="Thay đổi trong năm" tone="watch" flush>
      <Lines
        lines={members
          .filter(({ endedOn, listed }) => endedOn !== null || !listed)
          .map((member) => ({
            main: <b>{member.name}</b>,
            detail: changeWords(member),
            end: takersOf(member.unit).map(({ unit, name }) => (
              <ActionForm
                action={yearHref(scoring.id, "/tiep-nhan")}
                formKey={`${formKey}-${member.unit}-${unit}`}
                inline
              >
                <input type="hidden" name="sheet" value={member.sheet!} />
                <input type="hidden" name="unit" value={unit} />
                <Button small>{name} tiếp nhận phiếu</Button>
              </ActionForm>
            )),
          }))}
      />
    </Card>
  );
}

const changeWords = ({ endedOn, successors, listed, sheet }: YearMember): string =>
  [
    endedOn === null ? "" : `Kết thúc hoạt động từ ${writeDay(endedOn)}`,
    successors.length > 0 ? `kế tục: ${successors.join(", ")}` : "",
    listed ? "" : "không còn trong danh sách của cụm",
    sheet === null
      ? ""
      : endedOn === null
        ? "phiếu được giữ nhưng không xếp hạng"
        : "phiếu được giữ; đơn vị kế tục đã giữ chỗ trong cụm thì tiếp nhận được",
  ]
    .filter(Boolean)
    .join("; ");
