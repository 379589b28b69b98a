import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Columns,
  EmptyState,
  Notice,
  Page,
  Tag,
} from "../web/kit.ts";
import type { SeenCouncil } from "./council.may.ts";
import { type Item, nomineeName } from "./item.ts";
import type { LiveMember, LiveState } from "./live.ts";
import { crumbsOf } from "./session.view.tsx";
import { shutTo, type WholeSession } from "./whole.ts";

interface LivePageProps {
  frame: Frame;
  council: SeenCouncil;
  whole: WholeSession;
  state: LiveState;
  person: number | null;
  conducts: boolean;
  formKey: string;
}

const EVERY_SECONDS = 10;

/** A meeting as it goes, made for a phone in the hand. */
export function LivePage(props: LivePageProps) {
  const { frame, council, whole, state } = props;
  const base = `/hoi-dong/phien/${whole.session.id}`;
  return (
    <Page
      frame={frame}
      title="Phiên họp trực tiếp"
      crumbs={crumbsOf(council, whole.session, "Trực tiếp")}
      lead={`${whole.session.title} · ${state.state}`}
      refreshEvery={EVERY_SECONDS}
    >
      <live-meeting
        id="phien-hop"
        src={`${base}/su-kien`}
        data-page={state.page}
        data-item={props.conducts ? `${state.item?.id ?? ""}` : undefined}
        data-base={base}
      >
        <p class="small soft">
          <span data-live="line" role="status">
            Trang này tự cập nhật khi trình duyệt cho phép.
          </span>{" "}
          <a href={`${base}/truc-tiep`}>Tải lại</a>
        </p>
        <Notice
          tone={state.quorum.met ? "good" : "bad"}
          title={state.quorum.met ? "Đủ thành viên" : "Không đủ thành viên"}
        >
          <p data-live="quorum">{state.quorum.words}</p>
        </Notice>
        <Columns>
          <div class="stack">
            <Card title="Đang xét">
              <p class="live-item">
                <a data-live="item" href={state.item ? `${base}/muc/${state.item.id}` : base}>
                  {state.item?.label ?? "Chưa mở mục nào"}
                </a>
              </p>
              <p class="soft" data-live="item-detail">
                {state.item?.detail ?? ""}
              </p>
            </Card>
            <VoteCard {...props} />
            {props.conducts && <ConductCard {...props} />}
          </div>
          <MembersCard members={state.members} />
        </Columns>
      </live-meeting>
    </Page>
  );
}

function VoteCard({ state, person, whole }: LivePageProps) {
  if (!state.vote) return null;
  const mine = state.members.find((member) => member.person === person);
  return (
    <Card title="Bỏ phiếu">
      <p data-live="vote">{state.vote.words}</p>
      {state.vote.state === "voting" && mine?.voted === false && (
        <Actions>
          <ButtonLink href={`/bo-phieu/${state.vote.poll}`}>Bỏ phiếu</ButtonLink>
        </Actions>
      )}
      {mine?.voted === true && <Tag tone="good">Đồng chí đã bỏ phiếu</Tag>}
      {state.vote.state === "counted" && (
        <p>
          <a href={`/hoi-dong/phien/${whole.session.id}`}>Xem kết quả từng mục</a>
        </p>
      )}
    </Card>
  );
}

/** What who conducts does from here: the next item, a vote, who came and went, the end. */
function ConductCard({ whole, person, formKey, state }: LivePageProps) {
  const { session, items } = whole;
  const base = `/hoi-dong/phien/${session.id}`;
  const votingNow = state.vote !== null && state.vote.state !== "counted" && state.vote.state !== "abandoned";
  const next = items.filter((item) => item.state === "waiting" && item.id !== session.openItem);
  const label = (item: Item) =>
    shutTo(whole, item, person) === null
      ? `${item.position}. ${nomineeName(item) ?? item.title}`
      : `${item.position}. (đóng với đồng chí)`;
  return (
    <Card title="Điều hành">
      {session.state === "open" && next.length > 0 && (
        <ul class="lines">
          {next.slice(0, 3).map((item) => (
            <li>
              <div>{label(item)}</div>
              <div class="line-end">
                <ActionForm action={`${base}/muc/${item.id}/mo`} formKey={`${formKey}-${item.id}`} inline>
                  <input type="hidden" name="back" value="truc-tiep" />
                  <Button kind="secondary" small>
                    Mở mục<span class="unseen"> {item.position}</span>
                  </Button>
                </ActionForm>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Actions>
        {session.state === "open" && !votingNow && (
          <ButtonLink href={`${base}/bo-phieu`} kind="secondary">
            Mở lượt bỏ phiếu…
          </ButtonLink>
        )}
        {state.vote && (state.vote.state === "prepared" || state.vote.state === "voting") && (
          <ButtonLink href={`/bo-phieu/${state.vote.poll}/to-kiem-phieu`} kind="secondary">
            Tổ kiểm phiếu
          </ButtonLink>
        )}
        <ButtonLink href={`${base}/diem-danh`} kind="secondary">
          Điểm danh
        </ButtonLink>
        {session.state === "open" && (
          <ButtonLink href={`${base}/be-mac`} kind="quiet">
            Bế mạc…
          </ButtonLink>
        )}
      </Actions>
    </Card>
  );
}

const MembersCard = ({ members }: { members: readonly LiveMember[] }) => (
  <Card title="Thành viên" flush tag={<Tag>{`${members.length}`}</Tag>}>
    {members.length === 0 ? (
      <EmptyState title="Chưa có thành viên" />
    ) : (
      <ul class="lines">
        {members.map((member) => (
          <li>
            <div>
              {member.name}
              <small>
                {member.role} · <span data-live={`standing-${member.person}`}>{member.standingWords}</span>
              </small>
            </div>
            <div class="line-end">
              <span data-live={`voted-${member.person}`}>
                {member.voted === null ? "" : member.voted ? "Đã bỏ phiếu" : "Chưa bỏ phiếu"}
              </span>
            </div>
          </li>
        ))}
      </ul>
    )}
  </Card>
);
