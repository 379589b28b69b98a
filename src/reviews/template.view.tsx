import { onDay, writeDay } from "../platform/day.ts";
import { type FormState, shown, shownList } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckboxesField,
  Columns,
  DataTable,
  DayField,
  EmptyState,
  ErrorSummary,
  NumberField,
  Page,
  SelectField,
  Stack,
  Tag,
  TextArea,
  TextField,
} from "../web/kit.ts";
import { kindNames } from "./period.ts";
import { type AskedSection, sectionKindNames } from "./section.ts";
import { BASE } from "./tags.view.tsx";
import { figureGroups, type Template } from "./template.ts";

type Listed = Omit<Template, "sections">;

interface TemplatesProps {
  frame: Frame;
  templates: readonly Listed[];
  bodies: readonly { id: number; name: string }[];
  year: number;
  state: FormState;
  formKey: string;
}

const crumbs = [
  { label: "Sơ kết, tổng kết", href: BASE },
  { label: "Mẫu báo cáo", href: `${BASE}/mau` },
];

const IssuedTag = ({ template }: { template: Listed }) =>
  template.issuedAt ? (
    <Tag tone="good">{`Đã gửi ${writeDay(onDay(template.issuedAt))}`}</Tag>
  ) : (
    <Tag>Đang soạn</Tag>
  );

/** All templates of one's bodies, and a new one. */
export const TemplatesPage = ({ frame, templates, bodies, year, state, formKey }: TemplatesProps) => (
  <Page
    frame={frame}
    title="Mẫu báo cáo"
    help="so-ket-tong-ket"
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbs.slice(0, 1).concat({ label: "Mẫu báo cáo", href: "" })}
    lead="Mẫu đã gửi thì không sửa; đơn vị bắt đầu viết sau đó theo mẫu mới nhất. Chưa gửi mẫu nào thì đơn vị viết theo mẫu chung của hệ thống."
  >
    <Stack>
      <ErrorSummary errors={state.errors} />
      <Columns>
        <Card title="Các mẫu" flush>
          {templates.length === 0 ? (
            <EmptyState title="Chưa có mẫu nào">Lập mẫu đầu tiên từ mẫu chung ở bên.</EmptyState>
          ) : (
            <DataTable<Listed>
              id="mau"
              caption="Các mẫu báo cáo"
              rows={templates}
              rowKey={({ id }) => `${id}`}
              columns={[
                {
                  key: "ten",
                  label: "Mẫu",
                  head: true,
                  cell: ({ id, name }) => <a href={`${BASE}/mau/${id}`}>{name}</a>,
                },
                { key: "nam", label: "Năm", kind: "number", cell: ({ year: of }) => of },
                { key: "ban", label: "Phiên bản", kind: "number", cell: ({ version }) => version },
                {
                  key: "tinh-trang",
                  label: "Tình trạng",
                  kind: "tag",
                  cell: (template) => <IssuedTag template={template} />,
                },
              ]}
            />
          )}
        </Card>
        <Card title="Lập mẫu mới">
          <ActionForm action={`${BASE}/mau`} formKey={formKey}>
            {bodies.length === 1 ? (
              <input type="hidden" name="body" value={bodies[0]?.id} />
            ) : (
              <SelectField
                {...shown(state, "body")}
                label="Cơ quan"
                choices={bodies.map(({ id, name }) => ({ value: `${id}`, label: name }))}
              />
            )}
            <SelectField
              {...shown(state, "kind")}
              label="Kỳ báo cáo"
              choices={Object.entries(kindNames).map(([value, label]) => ({ value, label }))}
            />
            <NumberField {...shown(state, "year", `${year}`)} label="Năm" />
            <SelectField
              {...shown(state, "from")}
              label="Bắt đầu từ"
              choices={[
                { value: "", label: "Mẫu chung của hệ thống" },
                ...templates.map((template) => ({
                  value: `${template.id}`,
                  label: `${template.name}, phiên bản ${template.version}`,
                })),
              ]}
              optional
            />
            <Actions>
              <Button>Lập mẫu</Button>
            </Actions>
          </ActionForm>
        </Card>
      </Columns>
    </Stack>
  </Page>
);

interface TemplateProps {
  frame: Frame;
  template: Template;
  state: FormState;
  formKey: string;
}

/** Room for new sections below those that stand. */
const SPARE_ROWS = 2;

/** One version: to edit while nobody has it, to read once it was sent. */
export function TemplatePage({ frame, template, state, formKey }: TemplateProps) {
  const at = `${BASE}/mau/${template.id}`;
  const typed = Object.keys(state.typed).filter((name) => /^sections\.\d+\.kind$/.test(name)).length;
  const rows = Math.max(typed, template.sections.length + SPARE_ROWS);
  return (
    <Page
      frame={frame}
      title={template.name}
      failed={Object.keys(state.errors).length > 0}
      crumbs={[...crumbs, { label: `Phiên bản ${template.version}` }]}
      lead={
        <>
          {template.bodyName} · phiên bản {template.version} · <IssuedTag template={template} />
          {template.issuedAt && template.dueOn && ` · hạn gửi báo cáo năm ${writeDay(template.dueOn)}`}
        </>
      }
      actions={<TemplateActions template={template} formKey={formKey} />}
    >
      <Stack>
        <ErrorSummary errors={state.errors} />
        {template.issuedAt ? (
          <ReadOnly template={template} />
        ) : (
          <ActionForm action={at} formKey={formKey} guard>
            <TextField {...shown(state, "name", template.name)} label="Tên mẫu" />
            {template.kind !== "whole" && (
              <DayField
                {...shown(state, "dueOn", template.dueOn ? writeDay(template.dueOn) : "")}
                label="Hạn gửi báo cáo công tác năm"
                hint="Các đơn vị được nhắc theo ngày này; để trống khi báo cáo theo hạn của phong trào"
                optional
              />
            )}
            <Stack>
              {Array.from({ length: rows }, (_none, index) => (
                <SectionRow index={index} section={template.sections[index]} state={state} />
              ))}
            </Stack>
            <Actions>
              <Button>Lưu</Button>
              <Button kind="secondary" name="then" value="gui">
                Lưu và gửi các đơn vị…
              </Button>
              <ButtonLink href={`${BASE}/mau`} kind="secondary">
                Quay lại
              </ButtonLink>
            </Actions>
          </ActionForm>
        )}
      </Stack>
    </Page>
  );
}

/** A version that was sent is taken on: as the next version, or into the next year. */
const TemplateActions = ({ template, formKey }: { template: Template; formKey: string }) =>
  template.issuedAt === null ? null : (
    <>
      <CopyButton
        template={template}
        year={template.year}
        label="Lập phiên bản mới"
        formKey={`${formKey}-1`}
      />
      <CopyButton
        template={template}
        year={template.year + 1}
        label={`Chép sang năm ${template.year + 1}`}
        formKey={`${formKey}-2`}
      />
    </>
  );

const CopyButton = ({
  template,
  year,
  label,
  formKey,
}: {
  template: Template;
  year: number;
  label: string;
  formKey: string;
}) => (
  <ActionForm action={`${BASE}/mau`} formKey={formKey} inline>
    <input type="hidden" name="body" value={template.body} />
    <input type="hidden" name="kind" value={template.kind} />
    <input type="hidden" name="year" value={year} />
    <input type="hidden" name="from" value={template.id} />
    <Button kind="secondary">{label}</Button>
  </ActionForm>
);

const SectionRow = ({
  index,
  section,
  state,
}: {
  index: number;
  section: AskedSection | undefined;
  state: FormState;
}) => (
  <Card title={section ? `Mục ${index + 1}` : `Mục ${index + 1} (thêm mới)`}>
    <TextField
      {...shown(state, `sections.${index}.heading`, section?.heading)}
      label="Tên mục"
      hint="Để trống để bỏ mục này"
      optional
    />
    <TextArea
      {...shown(state, `sections.${index}.guidance`, section?.guidance ?? "")}
      label="Hướng dẫn viết"
      rows={2}
      optional
    />
    <NumberField
      {...shown(state, `sections.${index}.order`, `${index + 1}`)}
      label="Thứ tự"
      hint="Đổi số để xếp lại các mục"
      optional
    />
    <SelectField
      {...shown(state, `sections.${index}.kind`, section?.kind ?? "text")}
      label="Loại"
      choices={Object.entries(sectionKindNames).map(([value, label]) => ({ value, label }))}
    />
    <details open={section?.kind === "figures"}>
      <summary>Số liệu của mục</summary>
      <CheckboxesField
        {...shownList(state, `sections.${index}.codes`, section?.codes)}
        label="Số liệu lấy từ hệ thống"
        hint="Chỉ dùng cho mục số liệu"
        choices={figureGroups.map(({ code, label }) => ({ value: code, label }))}
        optional
      />
    </details>
  </Card>
);

const ReadOnly = ({ template }: { template: Template }) => (
  <Card title={`${template.sections.length} mục`} flush>
    <DataTable<AskedSection>
      id="muc"
      caption="Các mục của mẫu"
      rows={template.sections}
      rowKey={({ position }) => `${position}`}
      columns={[
        { key: "so", label: "STT", kind: "number", cell: ({ position }) => position + 1 },
        { key: "muc", label: "Mục", head: true, cell: ({ heading }) => heading },
        { key: "huong-dan", label: "Hướng dẫn", cell: ({ guidance }) => guidance ?? "" },
        { key: "loai", label: "Loại", cell: ({ kind }) => sectionKindNames[kind] },
        {
          key: "so-lieu",
          label: "Số liệu",
          cell: ({ codes }) =>
            codes.map((code) => figureGroups.find((group) => group.code === code)?.label ?? code).join("; "),
        },
      ]}
    />
  </Card>
);

/** Before it goes to the units. */
export const IssueTemplatePage = ({
  frame,
  template,
  formKey,
}: {
  frame: Frame;
  template: Template;
  formKey: string;
}) => (
  <Page
    frame={frame}
    title="Gửi mẫu đến các đơn vị"
    crumbs={[...crumbs, { label: template.name, href: `${BASE}/mau/${template.id}` }, { label: "Gửi" }]}
  >
    <Stack>
      <Card>
        <p>
          Đơn vị bắt đầu báo cáo {kindNames[template.kind].toLocaleLowerCase("vi")} năm {template.year} từ nay
          viết theo mẫu này; báo cáo đã bắt đầu giữ mẫu cũ.{" "}
          {template.dueOn &&
            `Báo cáo công tác năm gửi chậm nhất ngày ${writeDay(template.dueOn)}; đơn vị chưa gửi được nhắc. `}
          Gửi rồi thì không sửa được, muốn đổi phải lập phiên bản mới.
        </p>
        <ActionForm action={`${BASE}/mau/${template.id}/ban-hanh`} formKey={formKey}>
          <Actions>
            <Button>Gửi mẫu</Button>
            <ButtonLink href={`${BASE}/mau/${template.id}`} kind="secondary">
              Quay lại, chưa gửi
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
      <ReadOnly template={template} />
    </Stack>
  </Page>
);
