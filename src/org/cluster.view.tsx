import { shown, shownList } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  CheckboxesField,
  Columns,
  DayField,
  EmptyState,
  ErrorSummary,
  type Frame,
  Lines,
  Page,
  PersonPicker,
  type PickOption,
  Plate,
  RadioField,
  SelectField,
  Stack,
  Tag,
  TextField,
  UnitPicker,
} from "../web/kit.ts";
import type { LeaderInYear, RosterEntry } from "./cluster.store.ts";
import { type Cluster, clusterKindNames } from "./cluster.ts";
import { type PickFormState, shownPick } from "./pick.form.ts";
import { boxed } from "./unit-form.view.tsx";

export interface ClusterInYear {
  readonly cluster: Cluster;
  readonly members: readonly RosterEntry[];
  readonly leaders: readonly LeaderInYear[];
}

interface ClustersViewProps {
  frame: Frame;
  year: number;
  years: readonly number[];
  clusters: readonly ClusterInYear[];
  mayDraw: boolean;
}

/** All clusters of a year with their rosters, as they were drawn for it. */
export const ClustersView = ({ frame, year, years, clusters, mayDraw }: ClustersViewProps) => (
  <Page
    frame={frame}
    title="Cụm, khối, khu vực thi đua"
    lead={`Năm ${year}: ${clusters.length} cụm, khối, khu vực`}
    crumbs={[{ label: "Tổ chức", href: "/to-chuc" }, { label: "Cụm thi đua" }]}
    actions={mayDraw ? <ButtonLink href="/to-chuc/cum/moi">Thành lập cụm</ButtonLink> : undefined}
  >
    <Columns>
      <Stack>
        {clusters.length === 0 && (
          <EmptyState title={`Năm ${year} chưa có cụm nào`}>
            Hãy chọn năm khác hoặc lập thành phần cụm cho năm này.
          </EmptyState>
        )}
        {clusters.map((one) => (
          <Card
            title={one.cluster.name}
            lead={`${clusterKindNames[one.cluster.kind]} · ${one.cluster.founderName ?? "chưa rõ cơ quan thành lập"} · ${one.members.length} đơn vị`}
            tag={one.cluster.outside ? <Tag>Do nơi khác lập</Tag> : undefined}
            more={
              <a href={`/to-chuc/cum/${one.cluster.id}?nam=${year}`}>
                Xem<span class="unseen"> {one.cluster.name}</span>
              </a>
            }
          >
            <p>
              {one.leaders.length === 0
                ? "Chưa cử Trưởng, Phó Trưởng."
                : one.leaders.map((leader) => `${leader.title}: ${leader.name}`).join("; ")}
            </p>
          </Card>
        ))}
      </Stack>
      <Stack>
        <Card title="Chọn năm">
          <form class="form" method="get" action="/to-chuc/cum">
            <SelectField
              name="nam"
              label="Năm"
              value={`${year}`}
              prompt={null}
              choices={years.map((one) => ({ value: `${one}`, label: `${one}` }))}
            />
            <Actions>
              <Button kind="secondary">Xem</Button>
            </Actions>
          </form>
        </Card>
      </Stack>
    </Columns>
  </Page>
);

interface ClusterViewProps extends ClusterInYear {
  frame: Frame;
  year: number;
  years: readonly number[];
  mayDraw: boolean;
}

export const ClusterView = ({ frame, cluster, members, leaders, year, years, mayDraw }: ClusterViewProps) => (
  <Page
    frame={frame}
    title={cluster.name}
    ownHeading
    crumbs={[
      { label: "Tổ chức", href: "/to-chuc" },
      { label: "Cụm thi đua", href: `/to-chuc/cum?nam=${year}` },
      { label: cluster.name },
    ]}
  >
    <Plate
      title={cluster.name}
      tag={<Tag tone="action">Năm {year}</Tag>}
      facts={[
        { label: "Loại", value: clusterKindNames[cluster.kind] },
        { label: "Cơ quan thành lập", value: cluster.founderName ?? "Chưa rõ" },
        { label: "Đơn vị thành viên", value: members.length },
        { label: "Quyết định", value: members[0]?.paperSymbol ?? leaders[0]?.paperSymbol ?? "Chưa ghi" },
      ]}
      actions={
        mayDraw ? (
          <ButtonLink href={`/to-chuc/cum/${cluster.id}/thanh-phan?nam=${year}`} kind="secondary" small>
            Lập thành phần, cử Trưởng cụm
          </ButtonLink>
        ) : undefined
      }
    />
    <Columns>
      <Card title={`Đơn vị thành viên năm ${year}`} flush={members.length > 0}>
        {members.length === 0 ? (
          <EmptyState title="Năm này chưa lập thành phần" />
        ) : (
          <Lines
            lines={members.map((member) => ({
              main: <a href={`/to-chuc/don-vi/${member.unit}`}>{member.name}</a>,
              detail: member.code,
            }))}
          />
        )}
      </Card>
      <Stack>
        <Card title="Trưởng, Phó Trưởng" flush={leaders.length > 0}>
          {leaders.length === 0 ? (
            <p>Chưa cử.</p>
          ) : (
            <Lines
              lines={leaders.map((leader) => ({
                main: <a href={`/to-chuc/nguoi/${leader.person}`}>{leader.name}</a>,
                detail: leader.title,
              }))}
            />
          )}
        </Card>
        <Card title="Các năm" flush>
          <Lines
            lines={years.map((one) => ({
              main: <a href={`/to-chuc/cum/${cluster.id}?nam=${one}`}>Năm {one}</a>,
              end: one === year ? <Tag>Đang xem</Tag> : undefined,
            }))}
          />
        </Card>
      </Stack>
    </Columns>
  </Page>
);

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

interface YearFormProps extends FormProps {
  cluster: Cluster;
  year: number;
  /** Members of that year, or of the last year drawn, to begin with. */
  members: readonly { id: number; name: string }[];
  leaders: readonly LeaderInYear[];
}

export const MORE_MEMBERS = 4;
export const MORE_DEPUTIES = 2;

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
