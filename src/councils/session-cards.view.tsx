import type { Turnout } from "../ballots/poll.ts";
import type { Actor } from "../platform/actor.ts";
import { writeDay } from "../platform/day.ts";
import { isRefusal } from "../platform/refusal.ts";
import type { Frame } from "../web/frame.ts";
import { Card, EmptyState, Lines } from "../web/kit.ts";
import { mayConduct, mayPrepare, type SeenCouncil } from "./council.may.ts";
import { nomineeName } from "./item.ts";
import type { HeldVote, Outcome } from "./outcome.ts";
import type { MinutesPaper, SessionDocument } from "./paper.store.ts";
import type { WholeSession } from "./whole.ts";

export interface SessionPageProps {
  frame: Frame;
  actor: Actor;
  council: SeenCouncil;
  whole: WholeSession;
  outcomes: readonly Outcome[];
  documents: readonly SessionDocument[];
  votes: readonly HeldVote[];
  turnouts: readonly Turnout[];
  minutes: readonly MinutesPaper[];
  formKey: string;
}

const turnoutWords: Readonly<Record<Turnout["state"], string>> = {
  prepared: "Chờ tổ kiểm phiếu mở",
  voting: "Đang bỏ phiếu",
  closed: "Đã đóng, chờ kiểm phiếu",
  counted: "Đã kiểm phiếu",
  abandoned: "Đã hủy",
};

/** The votes held: whether and how many have voted, never how. */
export function VotesCard({ votes, turnouts, whole, actor, council }: SessionPageProps) {
  if (votes.length === 0) return null;
  const conducts = !isRefusal(mayConduct(actor, council, whole.session));
  return (
    <Card title="Các lượt bỏ phiếu" flush>
      <Lines
        lines={votes.map((vote, index) => {
          const turnout = turnouts.find(({ poll }) => poll === vote.poll);
          const running = turnout?.state === "prepared" || turnout?.state === "voting";
          return {
            main: <a href={`/bo-phieu/${vote.poll}`}>{`Lượt ${index + 1}: ${vote.questions.length} mục`}</a>,
            detail: turnout
              ? `${turnoutWords[turnout.state]} · đã bỏ phiếu ${turnout.voted}/${turnout.roll}`
              : "",
            bar: turnout && {
              label: `Đã bỏ phiếu ${turnout.voted}/${turnout.roll}`,
              value: turnout.voted,
              of: turnout.roll,
            },
            end: conducts && running && (
              <a href={`/hoi-dong/phien/${whole.session.id}/huy-luot/${vote.poll}`}>Hủy lượt này…</a>
            ),
          };
        })}
      />
    </Card>
  );
}

export function DocumentsCard({ documents, whole, actor, council }: SessionPageProps) {
  const { session } = whole;
  const base = `/hoi-dong/phien/${session.id}/tai-lieu`;
  const adds =
    !isRefusal(mayPrepare(actor, council)) && session.state !== "closed" && session.state !== "cancelled";
  return (
    <Card title="Tài liệu" flush more={adds && <a href={base}>Thêm tài liệu…</a>}>
      {documents.length === 0 ? (
        <EmptyState title="Chưa có tài liệu" />
      ) : (
        <Lines
          lines={documents.map((paper) => ({
            main: (
              <a href={`${base}/${paper.id}`} data-turbo="false">
                {paper.fileName}
              </a>
            ),
            detail: paper.item === null ? "Tài liệu chung" : itemLabel(whole, paper.item),
          }))}
        />
      )}
    </Card>
  );
}

function itemLabel({ items }: WholeSession, id: number): string {
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  return item ? `Mục ${index + 1}: ${nomineeName(item) ?? item.title}` : "";
}

export function MinutesCard({ minutes, whole, actor, council }: SessionPageProps) {
  const { session } = whole;
  const base = `/hoi-dong/phien/${session.id}`;
  const prepares = !isRefusal(mayPrepare(actor, council));
  return (
    <Card title="Biên bản" flush>
      <Lines
        lines={[
          ...(session.state === "open" || session.state === "closed"
            ? [
                {
                  main: <a href={`${base}/bien-ban`}>Biên bản họp</a>,
                  detail:
                    minutes.find(({ kind }) => kind === "issued") === undefined
                      ? "Bản dự thảo, lập từ những gì đã ghi"
                      : "Đã lập",
                },
              ]
            : [
                {
                  main: "Chưa có biên bản",
                  detail: "Biên bản lập tự động từ điểm danh, chương trình và kết quả bỏ phiếu.",
                },
              ]),
          ...minutes
            .filter(({ kind }) => kind === "signed")
            .map((paper) => ({
              main: (
                <a href={`${base}/ban-ky/${paper.id}`} data-turbo="false">
                  Bản đã ký {paper.number}
                </a>
              ),
              detail: paper.day ? `ngày ${writeDay(paper.day)}` : "",
            })),
          ...(prepares && minutes.some(({ kind }) => kind === "issued")
            ? [{ main: <a href={`${base}/ban-ky`}>Đính bản đã ký…</a> }]
            : []),
        ]}
      />
    </Card>
  );
}
