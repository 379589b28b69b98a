import { shown, shownList } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  CheckboxesField,
  DayField,
  ErrorSummary,
  type Frame,
  Page,
  PersonPicker,
  type PickOption,
  RadioField,
  TextField,
  UnitPicker,
} from "../web/kit.ts";
import type { LeaderInYear } from "./cluster.store.ts";
import { type Cluster, clusterKindNames } from "./cluster.ts";
import { type PickFormState, shownPick } from "./pick.form.ts";
import { boxed } from "./unit-form.view.tsx";

interface FormProps {
  frame: Frame;
  state: PickFormState;
  formKey: string;
}

export const NewClusterView = ({
  frame,
  state,
  formKey,
  founder,
}: FormProps & { founder: PickOption | undefined }) => (
  <Page
    frame={frame}
    title="Thành lập cụm, khối, khu vực"
    crumbs={[
      { label: "Tổ chức", href: "/to-chuc" },
      { label: "Cụm thi đua", href: "/to-chuc/cum" },
      { label: "Thành lập" },
    ]}
    failed={Object.keys(state.errors).length > 0}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action="/to-chuc/cum/moi" formKey={formKey} guard>
        <TextField {...shown(state, "name")} label="Tên" hint="Ví dụ Cụm thi đua số I" />
        <TextField {...shown(state, "code")} label="Mã" width="medium" hint="Ví dụ CUM-I" />
        <RadioField
          {...shown(state, "kind")}
          label="Loại"
          choices={Object.entries(clusterKindNames).map(([value, label]) => ({ value, label }))}
          inline
        />
        <UnitPicker {...shownPick(state, "founder", founder)} label="Cơ quan thành lập" />
        <Checkbox {...boxed(state, "outside")} label="Do cơ quan ngoài Ngành thành lập; Ngành chỉ tham gia" />
        <DayField {...shown(state, "from")} label="Thành lập từ ngày" />
        <Actions>
          <Button>Thành lập</Button>
          <ButtonLink href="/to-chuc/cum" kind="secondary">
            Thôi
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

/** Somebody who leads, or is proposed to. */
export type LeaderInForm = Pick<LeaderInYear, "person" | "name" | "kind">;

interface YearFormProps extends FormProps {
  cluster: Cluster;
  year: number;
  /** Members of that year, or of the last year drawn, to begin with. */
  members: readonly { id: number; name: string }[];
  leaders: readonly LeaderInForm[];
}

const MORE_MEMBERS = 4;
const MORE_DEPUTIES = 2;

export function ClusterYearView({ frame, state, formKey, cluster, year, members, leaders }: YearFormProps) {
  const head = leaders.find((leader) => leader.kind === "cluster-head");
  const deputies = leaders.filter((leader) => leader.kind === "cluster-deputy");
  return (
    <Page
      frame={frame}
      title={`Thành phần năm ${year}`}
      lead={cluster.name}
      crumbs={[
        { label: "Tổ chức", href: "/to-chuc" },
        { label: "Cụm thi đua", href: "/to-chuc/cum" },
        { label: cluster.name, href: `/to-chuc/cum/${cluster.id}` },
        { label: "Thành phần" },
      ]}
      failed={Object.keys(state.errors).length > 0}
    >
      <ErrorSummary errors={state.errors} />
      <Card>
        <ActionForm action={`/to-chuc/cum/${cluster.id}/thanh-phan`} formKey={formKey} guard>
          <TextField {...shown(state, "year", `${year}`)} label="Năm" width="short" inputmode="numeric" />
          <DayField {...shown(state, "on", `01/01/${year}`)} label="Giữ vai trò từ ngày" />
          <CheckboxesField
            {...shownList(
              state,
              "members",
              members.map((member) => `${member.id}`),
            )}
            label="Đơn vị thành viên"
            hint="Lấy từ năm gần nhất; bỏ chọn đơn vị không còn trong cụm"
            choices={members.map((member) => ({ value: `${member.id}`, label: member.name }))}
          />
          {Array.from({ length: MORE_MEMBERS }, (_, index) => (
            <UnitPicker
              {...shownPick(state, `more.${index}`)}
              label={`Thêm đơn vị thứ ${index + 1}`}
              optional
            />
          ))}
          <PersonPicker
            {...shownPick(state, "head", head ? { id: `${head.person}`, label: head.name } : undefined)}
            label="Trưởng cụm"
            hint="Người của đơn vị thành viên; không phụ thuộc cấp bậc"
            optional
          />
          {Array.from({ length: MORE_DEPUTIES }, (_, index) => {
            const deputy = deputies[index];
            return (
              <PersonPicker
                {...shownPick(
                  state,
                  `deputies.${index}`,
                  deputy ? { id: `${deputy.person}`, label: deputy.name } : undefined,
                )}
                label={`Phó Trưởng cụm thứ ${index + 1}`}
                optional
              />
            );
          })}
          <TextField {...shown(state, "symbol")} label="Số, ký hiệu quyết định" width="medium" optional />
          <DayField {...shown(state, "signed")} label="Ngày ký quyết định" optional />
          <Actions>
            <Button>Lưu thành phần năm này</Button>
            <ButtonLink href={`/to-chuc/cum/${cluster.id}`} kind="secondary">
              Thôi
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Page>
  );
}
