import type { Actor } from "../platform/actor.ts";
import { isRefusal } from "../platform/refusal.ts";
import { ActionForm, Button, ButtonLink, Card, EmptyState, Tag } from "../web/kit.ts";
import { closedBasis, closedSentence } from "./conflict.ts";
import { mayPrepare } from "./council.may.ts";
import { askedFor, type Item, itemKindNames, itemStateNames, nomineeName } from "./item.ts";
import type { Outcome } from "./outcome.ts";
import { isBeingPrepared } from "./session.ts";
import type { SessionPageProps } from "./session-cards.view.tsx";
import { shutTo, type WholeSession } from "./whole.ts";

/** The agenda as one person sees it: an item that is shut to them says only that it is so. */
export function Agenda({ whole, actor, council, outcomes, formKey }: SessionPageProps) {
  const { session, items } = whole;
  const writes = !isRefusal(mayPrepare(actor, council)) && isBeingPrepared(session);
  const base = `/hoi-dong/phien/${session.id}`;
  return (
    <Card
      title="Chương trình"
      flush
      tag={<Tag>{`${items.length} mục`}</Tag>}
      more={writes && <a href={`${base}/muc/moi`}>Thêm mục…</a>}
    >
      {items.length === 0 ? (
        <EmptyState
          title="Chương trình chưa có mục nào"
          action={writes && <ButtonLink href={`${base}/muc/moi`}>Thêm mục đầu tiên</ButtonLink>}
        >
          Mỗi mục là một cá nhân, tập thể được đề nghị khen thưởng, một sáng kiến, hoặc một nội dung khác.
        </EmptyState>
      ) : (
        <ol class="lines agenda">
          {items.map((item, index) => (
            <AgendaLine
              item={item}
              number={index + 1}
              whole={whole}
              actor={actor}
              outcome={outcomes.find((one) => one.item === item.id)}
              writes={writes}
              formKey={`${formKey}-${item.id}`}
            />
          ))}
        </ol>
      )}
    </Card>
  );
}

interface AgendaLineProps {
  item: Item;
  number: number;
  whole: WholeSession;
  actor: Actor;
  outcome: Outcome | undefined;
  writes: boolean;
  formKey: string;
}

function AgendaLine({ item, number, whole, actor, outcome, writes, formKey }: AgendaLineProps) {
  const shut = shutTo(whole, item, actor.person);
  const base = `/hoi-dong/phien/${whole.session.id}/muc/${item.id}`;
  if (shut !== null)
    return (
      <li>
        <div>
          <a href={base}>
            {number}. {shut === "own" ? "Hồ sơ của chính đồng chí" : "Mục đóng với đồng chí"}
          </a>
          <small>
            {closedSentence(shut)} ({closedBasis(shut, whole.rules.paperSymbol)})
          </small>
        </div>
        <div class="line-end">
          <Tag>Đóng</Tag>
        </div>
      </li>
    );
  const asked = askedFor(item);
  return (
    <li>
      <div>
        <a href={base}>
          {number}. {nomineeName(item) ?? item.title}
        </a>
        <small>{[item.place, asked ?? itemKindNames[item.kind]].filter(Boolean).join(" · ")}</small>
        {outcome && <small>{outcome.words}</small>}
      </div>
      <div class="line-end">
        {whole.session.openItem === item.id && <Tag tone="gold">Đang xét</Tag>}
        {outcome ? (
          <Tag tone={outcome.passed ? "good" : "bad"}>{outcome.passed ? "Đạt" : "Không đạt"}</Tag>
        ) : (
          item.state !== "waiting" && <Tag>{itemStateNames[item.state]}</Tag>
        )}
        {writes && (
          <ActionForm action={`${base}/doi-cho`} formKey={formKey} inline>
            <Button kind="quiet" small name="by" value="len">
              Lên<span class="unseen">: mục {number}</span>
            </Button>
            <Button kind="quiet" small name="by" value="xuong">
              Xuống<span class="unseen">: mục {number}</span>
            </Button>
          </ActionForm>
        )}
      </div>
    </li>
  );
}
