import type { PollState } from "../ballots/poll.ts";
import type { FormState } from "../web/form.ts";
import { shown, shownList } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import type { PickOption } from "../web/kit.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckboxesField,
  type Column,
  Columns,
  DataTable,
  DayField,
  DayText,
  EmptyState,
  ErrorSummary,
  type KeptFile,
  Lines,
  Notice,
  Page,
  RadioField,
  SelectField,
  Stack,
  Tag,
  TextArea,
  TextField,
  Upload,
} from "../web/kit.ts";
import type { PublishedResult } from "./results.ts";
import { methodNames } from "./scoring-year.ts";
import {
  type ClusterNomination,
  type ClusterVote,
  type MemberVoter,
  noteOf,
  purposeNames,
  purposes,
  type VoteOfficer,
  type VoteOutcome,
} from "./vote.ts";
import type { WholeYear } from "./whole-sheet.store.ts";
import { yearCrumbs, yearHref } from "./year-tags.view.tsx";

export interface ShownVote extends ClusterVote {
  readonly outcome: VoteOutcome | null;
  /** Somebody on its roll or in its counting team: the poll's own pages open to them. */
  readonly inPoll: boolean;
  /** Presides, writes the minutes or counts. */
  readonly counts: boolean;
  /** Where the poll itself stands. */
  readonly stands: PollState;
}

interface VotePageProps {
  frame: Frame;
  whole: WholeYear;
  voters: readonly MemberVoter[];
  votes: readonly ShownVote[];
  nominations: readonly ClusterNomination[];
  holds: boolean;
  leads: boolean;
  authorises: boolean;
  formKey: string;
}

const stateTags: Readonly<Record<PollState, string>> = {
  ...{ prepared: "Chờ tổ kiểm phiếu mở", voting: "Đang bỏ phiếu", closed: "Chờ kiểm phiếu" },
  ...{ counted: "Đã kiểm phiếu", abandoned: "Đã dừng" },
};

/** The cluster's votes of the year: who votes for whom, how far each has come, whom the cluster puts forward. */
export function VotePage(props: VotePageProps) {
  const { frame, whole, voters, votes, nominations, holds } = props;
  const { scoring } = whole;
  return (
    <Page
      frame={frame}
      title="Suy tôn"
      help="cum-thi-dua"
      crumbs={yearCrumbs(scoring, { label: "Suy tôn" })}
      lead={`${scoring.clusterName}, năm ${scoring.year} · ${methodNames[scoring.voting.method]}, mỗi đơn vị một phiếu`}
      actions={
        holds &&
        scoring.publishedAt !== null && (
          <ButtonLink href={yearHref(scoring.id, "/suy-ton/to-chuc")}>Tổ chức suy tôn…</ButtonLink>
        )
      }
    >
      {scoring.publishedAt === null && (
        <Notice tone="info" title="Suy tôn sau khi công bố kết quả chấm điểm">
          <p>Trong lúc chờ, đơn vị có thể ghi người được ủy quyền bỏ phiếu thay Thủ trưởng.</p>
        </Notice>
      )}
      <Columns>
        <Stack>
          {nominations.length > 0 && (
            <Card title="Cụm đã suy tôn" flush>
              <Lines
                lines={nominations.map((one) => ({
                  main: <b>{one.unitName}</b>,
                  detail: `${purposeNames[one.purpose]} · ${one.votes}/${one.base} phiếu, cần ${one.needed}`,
                  end: <Tag tone="gold">Suy tôn</Tag>,
                }))}
              />
            </Card>
          )}
          <Card title="Các cuộc suy tôn" flush>
            {votes.length === 0 ? (
              <EmptyState title="Chưa tổ chức suy tôn" />
            ) : (
              <Lines lines={votes.map((vote) => voteLine(vote, props))} />
            )}
          </Card>
        </Stack>
        <VotersCard {...props} voters={voters} />
      </Columns>
    </Page>
  );
}

function voteLine(vote: ShownVote, props: VotePageProps) {
  const { whole, nominations } = props;
  const settled = nominations.some(({ poll }) => poll === vote.poll);
  const later = props.votes.some((other) => other.purpose === vote.purpose && other.round > vote.round);
  const tied = vote.outcome?.kind === "tied" && !settled && !later ? vote.outcome.units : [];
  return {
    main: <b>{`${purposeNames[vote.purpose]}${vote.round > 1 ? `, vòng ${vote.round}` : ""}`}</b>,
    detail: (
      <>
        Họp <DayText day={vote.metOn} /> tại {vote.place} · {`${vote.present}`} đơn vị có mặt · chủ trì{" "}
        {vote.chairName}
        {tied.length > 0 && <TieLine vote={vote} units={tied} {...props} />}
      </>
    ),
    end: (
      <span class="row-actions">
        <Tag tone={vote.state === "counted" ? "good" : "action"}>{stateTags[vote.stands]}</Tag>
        {vote.inPoll && (
          <a href={`/bo-phieu/${vote.poll}${vote.state === "counted" ? "/ket-qua" : ""}`}>
            {vote.state === "counted" ? "Kết quả" : "Vào bỏ phiếu"}
          </a>
        )}
        {vote.state === "counted" && (
          <a href={yearHref(whole.scoring.id, `/suy-ton/${vote.id}/bien-ban.docx`)} data-turbo="false">
            Biên bản DOCX
          </a>
        )}
        {vote.state === "counted" && (
          <a href={yearHref(whole.scoring.id, `/suy-ton/${vote.id}/bien-ban.pdf`)} data-turbo="false">
            PDF
          </a>
        )}
        {vote.counts && vote.state === "open" && (
          <a href={`/bo-phieu/${vote.poll}/to-kiem-phieu`}>Tổ kiểm phiếu</a>
        )}
      </span>
    ),
  };
}

/** What the cluster's rules do about a tie. */
function TieLine(props: VotePageProps & { vote: ShownVote; units: readonly number[] }) {
  const { whole, vote, units, holds, leads, formKey } = props;
  const names = whole.members.filter(({ unit }) => units.includes(unit));
  const rule = whole.scoring.voting.ties;
  return (
    <>
      <br />
      <Tag tone="watch">Bằng phiếu: {names.map(({ name }) => name).join(", ")}</Tag>
      {rule === "second-round" && holds && (
        <ActionForm
          action={yearHref(whole.scoring.id, "/suy-ton/vong-hai")}
          formKey={`${formKey}-${vote.id}`}
          inline
        >
          <input type="hidden" name="vote" value={vote.id} />
          <Button small>Bầu lại giữa các đơn vị này</Button>
        </ActionForm>
      )}
      {rule === "head-decides" &&
        leads &&
        names.map(({ unit, name }) => (
          <ActionForm
            action={yearHref(whole.scoring.id, "/suy-ton/quyet-dinh")}
            formKey={`${formKey}-${vote.id}-${unit}`}
            inline
          >
            <input type="hidden" name="vote" value={vote.id} />
            <input type="hidden" name="unit" value={unit} />
            <Button small kind="secondary">
              Chọn {name}
            </Button>
          </ActionForm>
        ))}
    </>
  );
}

function VotersCard({ whole, voters, authorises }: VotePageProps) {
  const columns: readonly Column<MemberVoter>[] = [
    { key: "unit", label: "Đơn vị", head: true, cell: ({ unitName }) => unitName },
    {
      ...{ key: "voter", label: "Người bỏ phiếu" },
      cell: ({ name, post, authority, paperSymbol, paperDay }) => (
        <span class="line">
          <b>{name}</b>
          <small>
            {authority === "head" ? (
              post
            ) : (
              <>
                Ủy quyền theo {paperSymbol}, ngày <DayText day={paperDay!} />
              </>
            )}
          </small>
        </span>
      ),
    },
  ];
  return (
    <Card
      title="Người bỏ phiếu của từng đơn vị"
      more={authorises && <a href={yearHref(whole.scoring.id, "/suy-ton/uy-quyen")}>Ghi ủy quyền…</a>}
      flush
    >
      <DataTable
        id="nguoi-bo-phieu"
        caption="Người bỏ phiếu của từng đơn vị"
        columns={columns}
        rows={voters}
        rowKey={({ unit }) => `${unit}`}
      />
    </Card>
  );
}

interface FormPageProps {
  frame: Frame;
  whole: WholeYear;
  state: FormState;
  formKey: string;
}

export function HoldPage(
  props: FormPageProps & {
    people: readonly VoteOfficer[];
    voters: readonly MemberVoter[];
    results: readonly PublishedResult[];
  },
) {
  const { frame, whole, state, formKey, people, voters, results } = props;
  const choices = people.map(({ person, name, post }) => ({ value: `${person}`, label: `${name}, ${post}` }));
  const officers = [
    ["chair", "Chủ trì"],
    ["secretary", "Thư ký"],
    ["teller1", "Tổ trưởng tổ kiểm phiếu"],
    ["teller2", "Thành viên tổ kiểm phiếu"],
  ] as const;
  const ranked = voters.toSorted((left, right) => rankIn(results, left.unit) - rankIn(results, right.unit));
  return (
    <Page
      frame={frame}
      title="Tổ chức suy tôn"
      failed={Object.keys(state.errors).length > 0}
      crumbs={yearCrumbs(whole.scoring, { label: "Tổ chức suy tôn" })}
      lead={`${methodNames[whole.scoring.voting.method]} theo quy chế của cụm; mỗi đơn vị có mặt một phiếu.`}
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action={yearHref(whole.scoring.id, "/suy-ton/to-chuc")} formKey={formKey} guard>
          <RadioField
            name="purpose"
            label="Nội dung suy tôn"
            error={state.errors.purpose}
            value={state.typed.purpose?.[0] ?? "leading"}
            choices={purposes.map((value) => ({ value, label: purposeNames[value] }))}
          />
          <DayField {...shown(state, "metOn")} label="Ngày họp" />
          <TextField {...shown(state, "place")} label="Địa điểm" hint="Ví dụ: Trụ sở Bộ Tư pháp, Hà Nội" />
          {officers.map(([name, label]) => (
            <SelectField {...shown(state, name)} label={label} choices={choices} />
          ))}
          <CheckboxesField
            {...shownList(
              state,
              "candidates",
              ranked.slice(0, 3).map(({ unit }) => `${unit}`),
            )}
            label="Đơn vị được đưa ra suy tôn"
            choices={ranked.map(({ unit, unitName }) => ({
              value: `${unit}`,
              label: unitName,
              hint: noteOf(results.find((result) => result.unit === unit)),
            }))}
          />
          <CheckboxesField
            {...shownList(
              state,
              "present",
              voters.map(({ unit }) => `${unit}`),
            )}
            label="Đơn vị có mặt, người bỏ phiếu"
            choices={voters.map(({ unit, unitName, name, authority }) => ({
              value: `${unit}`,
              label: unitName,
              hint: `${name}${authority === "authorised" ? ", được ủy quyền" : ""}`,
            }))}
          />
          <TextArea {...shown(state, "opinions")} label="Ý kiến thảo luận" rows={3} optional />
          <Actions>
            <Button>Lập cuộc suy tôn</Button>
            <ButtonLink href={yearHref(whole.scoring.id, "/suy-ton")} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}

const rankIn = (results: readonly PublishedResult[], unit: number): number =>
  results.find((result) => result.unit === unit)?.rank ?? Number.MAX_SAFE_INTEGER;

export const AuthorisePage = (
  props: FormPageProps & {
    units: readonly { readonly unit: number; readonly name: string }[];
    people: readonly PickOption[];
    kept: readonly KeptFile[];
  },
) => (
  <Page
    frame={props.frame}
    title="Ủy quyền bỏ phiếu suy tôn"
    failed={Object.keys(props.state.errors).length > 0}
    crumbs={yearCrumbs(props.whole.scoring, { label: "Ủy quyền" })}
    lead="Người được ủy quyền bằng văn bản bỏ phiếu thay Thủ trưởng đơn vị; ghi lần sau thay lần trước."
  >
    <ErrorSummary errors={props.state.errors} />
    <Card>
      <ActionForm
        action={yearHref(props.whole.scoring.id, "/suy-ton/uy-quyen")}
        formKey={props.formKey}
        files
      >
        <SelectField
          {...shown(props.state, "unit", props.units.length === 1 ? `${props.units[0]!.unit}` : "")}
          label="Đơn vị"
          choices={props.units.map(({ unit, name }) => ({ value: `${unit}`, label: name }))}
        />
        <SelectField
          {...shown(props.state, "person")}
          label="Người được ủy quyền"
          choices={props.people.map(({ id, label }) => ({ value: id, label }))}
        />
        <TextField {...shown(props.state, "paperSymbol")} label="Số, ký hiệu giấy ủy quyền" width="medium" />
        <DayField {...shown(props.state, "paperDay")} label="Ngày giấy ủy quyền" />
        <Upload
          name="paper"
          label="Bản quét giấy ủy quyền"
          accept=".pdf,.jpg,.jpeg,.png"
          kept={props.kept}
          error={props.state.errors.paper}
          optional
        />
        <Actions>
          <Button>Ghi ủy quyền</Button>
          <ButtonLink href={yearHref(props.whole.scoring.id, "/suy-ton")} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
