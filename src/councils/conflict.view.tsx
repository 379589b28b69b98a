import type { Actor } from "../platform/actor.ts";
import { isRefusal } from "../platform/refusal.ts";
import { capitalise } from "../platform/vietnamese.ts";
import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  Card,
  ErrorSummary,
  Lines,
  Notice,
  Page,
  RadioField,
  SelectField,
  Tag,
  TextArea,
} from "../web/kit.ts";
import type { DeclaredConflict } from "./conflict.store.ts";
import { declaredGrounds, groundNames } from "./conflict.ts";
import { mayPreside, type SeenCouncil } from "./council.may.ts";
import { type Item, nomineeName } from "./item.ts";
import { crumbsOf } from "./session.view.tsx";
import { conflictsWith, shutTo, type WholeSession } from "./whole.ts";

interface ConflictsPageProps {
  frame: Frame;
  actor: Actor;
  council: SeenCouncil;
  whole: WholeSession;
  /** Those open to this person. */
  items: readonly Item[];
  declared: readonly DeclaredConflict[];
  takesPart: boolean;
  conducts: boolean;
  state: FormState;
  formKey: string;
}

const labelOf = (item: Item): string => `Mục ${item.position}: ${nomineeName(item) ?? item.title}`;

/** One's own conflicts, computed and declared; for who conducts, what came to light after the vote. */
export function ConflictsPage(props: ConflictsPageProps) {
  const { frame, council, whole, actor, state } = props;
  return (
    <Page
      frame={frame}
      title="Xung đột lợi ích"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsOf(council, whole.session, "Xung đột lợi ích")}
      lead="Những gì khai ở đây được ghi vào biên bản. Mục có đóng với đồng chí hay không là theo quy chế của Hội đồng."
    >
      <ErrorSummary errors={state.errors} />
      {props.takesPart && <OwnCard {...props} person={actor.person!} />}
      {props.takesPart && whole.session.state !== "closed" && <DeclareCard {...props} />}
      {props.conducts && whole.session.state !== "preparing" && <ReportCard {...props} />}
      <LateConflicts {...props} />
    </Page>
  );
}

function OwnCard({ whole, items, person }: ConflictsPageProps & { person: number }) {
  const shut = whole.items.filter((item) => shutTo(whole, item, person) !== null);
  const known = items.flatMap((item) =>
    conflictsWith(whole, item, person).map((conflict) => ({ item, conflict })),
  );
  return (
    <Card title="Của đồng chí" flush>
      {shut.length === 0 && known.length === 0 ? (
        <p class="card-body">
          Hệ thống không thấy mục nào liên quan đến đồng chí và đồng chí chưa khai mục nào.
        </p>
      ) : (
        <Lines
          lines={[
            ...shut.map((item) => ({
              main: (
                <a href={`/hoi-dong/phien/${whole.session.id}/muc/${item.id}`}>Mục {`${item.position}`}</a>
              ),
              detail:
                shutTo(whole, item, person) === "own"
                  ? "Hồ sơ của chính đồng chí"
                  : "Đóng theo quy chế của Hội đồng",
              end: <Tag tone="watch">Không bỏ phiếu</Tag>,
            })),
            ...known.map(({ item, conflict }) => ({
              main: labelOf(item),
              detail: conflict.source === "computed" ? groundNames[conflict.ground] : conflict.words,
              end: <Tag>Ghi biên bản, vẫn bỏ phiếu</Tag>,
            })),
          ]}
        />
      )}
    </Card>
  );
}

const grounds = declaredGrounds.map((ground) => ({ value: ground, label: capitalise(groundNames[ground]) }));

const DeclareCard = ({ whole, items, state, formKey }: ConflictsPageProps) => (
  <Card title="Khai báo">
    <ActionForm action={`/hoi-dong/phien/${whole.session.id}/xung-dot`} formKey={formKey} guard>
      <SelectField
        {...shown(state, "item")}
        label="Mục"
        choices={items
          .filter(({ state: standing }) => standing === "waiting")
          .map((item) => ({ value: `${item.id}`, label: labelOf(item) }))}
      />
      <RadioField
        name="ground"
        label="Loại xung đột"
        error={state.errors.ground}
        value={state.typed.ground?.[0] ?? "kinship"}
        choices={grounds}
      />
      <TextArea
        {...shown(state, "words")}
        label="Ghi rõ"
        hint="Ví dụ: là em ruột của người được xét"
        rows={2}
      />
      <Actions>
        <Button>Khai báo</Button>
      </Actions>
    </ActionForm>
  </Card>
);

const ReportCard = ({ whole, items, formKey }: ConflictsPageProps) => (
  <Card
    title="Ghi xung đột do người khác phát hiện"
    lead="Phát hiện sau khi đã bỏ phiếu thì chủ tọa quyết định; không phiếu nào bị hủy hay xóa."
  >
    <ActionForm
      action={`/hoi-dong/phien/${whole.session.id}/xung-dot/phat-hien`}
      formKey={`${formKey}-phat-hien`}
      id="phat-hien"
    >
      <SelectField
        name="person"
        label="Thành viên"
        choices={whole.voters.map(({ person, personName }) => ({ value: `${person}`, label: personName }))}
      />
      <SelectField
        name="item"
        label="Mục có xung đột"
        choices={items.map((item) => ({ value: `${item.id}`, label: labelOf(item) }))}
      />
      <SelectField name="ground" label="Loại" choices={grounds} />
      <TextArea name="words" label="Nội dung, ai phát hiện" rows={2} />
      <Actions>
        <Button kind="secondary">Ghi nhận</Button>
      </Actions>
    </ActionForm>
  </Card>
);

function LateConflicts({ declared, whole, actor, council, formKey }: ConflictsPageProps) {
  const late = declared.filter(({ afterVote }) => afterVote);
  const presides = !isRefusal(mayPreside(actor, council, whole.session));
  return (
    <>
      {late.map((conflict) => {
        const item = whole.items.find(({ id }) => id === conflict.item);
        return (
          <Card
            title={`Phát hiện sau khi bỏ phiếu: ${conflict.personName}`}
            tone={conflict.ruling ? undefined : "watch"}
          >
            <p>
              {item && labelOf(item)}. {conflict.words}
            </p>
            {conflict.ruling ? (
              <Notice
                tone="info"
                title={
                  conflict.ruling.resultStands ? "Chủ tọa giữ kết quả" : "Chủ tọa cho bỏ phiếu lại mục này"
                }
              >
                <p>
                  {conflict.ruling.reason} ({conflict.ruling.actorName})
                </p>
              </Notice>
            ) : presides && conflict.person !== actor.person ? (
              <ActionForm
                action={`/hoi-dong/phien/${whole.session.id}/xung-dot/quyet-dinh`}
                formKey={`${formKey}-${conflict.id}`}
              >
                <input type="hidden" name="conflict" value={`${conflict.id}`} />
                <RadioField
                  name="ruling"
                  label="Quyết định của chủ tọa"
                  choices={[
                    { value: "giu", label: "Giữ kết quả" },
                    { value: "bo-phieu-lai", label: "Bỏ phiếu lại mục này" },
                  ]}
                />
                <TextArea name="reason" label="Lý do" rows={2} />
                <Actions>
                  <Button>Ghi quyết định</Button>
                </Actions>
              </ActionForm>
            ) : (
              <p class="soft">Chờ chủ tọa quyết định.</p>
            )}
          </Card>
        );
      })}
    </>
  );
}
