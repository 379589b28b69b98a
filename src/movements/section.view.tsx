import type { Child } from "hono/jsx";
import { audienceNames } from "../org/scope.ts";
import { type FormState, shown, shownList } from "../web/form.ts";
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
  Notice,
  NumberField,
  Page,
  SelectField,
  Stack,
  TextArea,
  TextField,
  UnitPicker,
} from "../web/kit.ts";
import { LessonsCard } from "./lessons.view.tsx";
import { isBeingWritten } from "./life.ts";
import { kindNames, kinds, type Movement } from "./movement.ts";
import { writeOutline } from "./outline.ts";
import { checkedIn, type SectionFacts } from "./section-facts.view.tsx";
import { PhaseFields, TargetFields } from "./section-rows.view.tsx";
import { sectionNames, writeRecipient } from "./sections.ts";

/** The form of one section: freely while the launch is written, with an amending paper once it is in force. */
export function SectionView(facts: SectionFacts) {
  const { movement, section, state } = facts;
  const title = sectionNames[section];
  const at = `/phong-trao/${movement.id}`;
  return (
    <Page
      frame={facts.frame}
      title={title}
      lead={movement.name}
      failed={Object.keys(state.errors).length > 0}
      crumbs={[
        { label: "Phong trào", href: "/phong-trao" },
        { label: movement.name, href: at },
        { label: "Nội dung", href: `${at}/noi-dung` },
        { label: title },
      ]}
    >
      <Stack>
        <ErrorSummary errors={state.errors} />
        {facts.savedAt && <Notice tone="info" title={`Đang mở bản nháp bạn nhập dở lúc ${facts.savedAt}.`} />}
        <Card>
          <ActionForm
            action={`${at}/phan/${section}`}
            formKey={facts.formKey}
            draftAddress={`${at}/phan/${section}/ban-nhap`}
            savedAt={facts.savedAt}
          >
            <input type="hidden" name="version" value={state.typed.version?.[0] ?? `${movement.version}`} />
            <SectionFields facts={facts} />
            {!isBeingWritten(movement.state) && <AmendmentFields state={state} />}
            <Actions>
              <Button>{isBeingWritten(movement.state) ? "Lưu" : "Ghi điều chỉnh"}</Button>
              <ButtonLink href={`${at}/noi-dung#${section}`} kind="secondary">
                Quay lại, chưa lưu
              </ButtonLink>
            </Actions>
          </ActionForm>
        </Card>
        <LessonsCard lessons={facts.lessons} />
      </Stack>
    </Page>
  );
}

/** The paper by which a launch in force is changed. */
export const AmendmentFields = ({ state }: { state: FormState }) => (
  <fieldset class="field-group">
    <legend>Văn bản điều chỉnh</legend>
    <p class="hint">
      Phong trào đã ban hành: thay đổi được ghi thêm cạnh nội dung cũ, kèm văn bản điều chỉnh và lý do.
    </p>
    <TextField
      {...shown(state, "amendment.symbol")}
      label="Số, ký hiệu"
      hint="Ví dụ 512/QĐ-BTP"
      width="medium"
    />
    <DayField {...shown(state, "amendment.day")} label="Ngày văn bản điều chỉnh" />
    <TextArea {...shown(state, "amendment.reason")} label="Lý do" rows={2} />
  </fieldset>
);

function SectionFields({ facts }: { facts: SectionFacts }): Child {
  const { movement, state } = facts;
  const area = (name: keyof Movement & string, label: string, rows = 6, hint?: string) => (
    <TextArea
      {...shown(state, name, textOf(movement[name]))}
      label={label}
      rows={rows}
      hint={hint}
      optional
    />
  );
  switch (facts.section) {
    case "ten":
      return <NameFields facts={facts} />;
    case "muc-dich":
      return (
        <>
          {area("goal", "Mục đích, mục tiêu")}
          {area("requirements", "Yêu cầu")}
        </>
      );
    case "doi-tuong":
      return <ScopeFields facts={facts} />;
    case "noi-dung":
      return (
        <>
          <TextArea
            {...shown(state, "contents", writeOutline(movement.contents))}
            label="Nội dung thi đua"
            rows={16}
            hint="Mỗi dòng một đề mục, bắt đầu bằng I., 1., 1.1. hoặc gạch đầu dòng. Nơi chịu trách nhiệm ghi sau dấu |, nhiều nơi cách nhau bằng dấu chấm phẩy. Ví dụ: 1.1. Nâng cao chất lượng thẩm định | Vụ Pháp luật dân sự - kinh tế; Văn phòng Bộ"
            optional
          />
          {area("solutions", "Giải pháp, biện pháp tổ chức thực hiện", 8)}
        </>
      );
    case "tieu-chi":
      return (
        <>
          {area("criteria", "Tiêu chí thi đua")}
          {area("expectedCommendation", "Dự kiến khen thưởng")}
          {area("funding", "Kinh phí", 3)}
        </>
      );
    case "chi-tieu":
      return <TargetFields facts={facts} />;
    case "dot":
      return <PhaseFields facts={facts} />;
    case "can-cu":
      return (
        <>
          <TextArea
            {...shown(state, "grounds", movement.grounds.map((ground) => ground.words).join("\n"))}
            label="Căn cứ"
            hint="Mỗi dòng một căn cứ"
            rows={6}
            optional
          />
          <TextArea
            {...shown(state, "occasions", movement.occasions.map((occasion) => occasion.words).join("\n"))}
            label="Dịp chào mừng"
            hint="Mỗi dòng một dịp"
            rows={4}
            optional
          />
          <TextArea
            {...shown(state, "recipients", movement.recipients.map(writeRecipient).join("\n"))}
            label="Nơi nhận"
            hint="Mỗi dòng một nơi, mục đích trong ngoặc. Ví dụ: Các Thứ trưởng (để biết)"
            rows={8}
            optional
          />
        </>
      );
  }
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

function NameFields({ facts }: { facts: SectionFacts }) {
  const { movement, state, others } = facts;
  const linked = (kind: string) =>
    movement.links.filter((link) => link.kind === kind).map((link) => `${link.other}`);
  const choices = (above: boolean) =>
    others
      .filter((other) => other.above === above || linked("related").includes(`${other.id}`))
      .map((other) => ({ value: `${other.id}`, label: other.name }));
  return (
    <>
      <TextField {...shown(state, "name", movement.name)} label="Tên phong trào" />
      <SelectField
        {...shown(state, "kind", movement.kind)}
        label="Loại phong trào"
        prompt={null}
        choices={kinds.map((kind) => ({ value: kind, label: kindNames[kind] }))}
      />
      <NumberField {...shown(state, "fromYear", `${movement.fromYear}`)} label="Từ năm" />
      <NumberField
        {...shown(state, "toYear", `${movement.toYear}`)}
        label="Đến năm"
        hint="Cùng năm nếu là phong trào một năm"
      />
      <TextArea {...shown(state, "theme", movement.theme ?? "")} label="Chủ đề" rows={2} optional />
      <TextArea {...shown(state, "motto", movement.motto ?? "")} label="Khẩu hiệu" rows={2} optional />
      <TextArea
        {...shown(state, "spellings", movement.spellings.join("\n"))}
        label="Cách gọi khác"
        hint="Mỗi dòng một cách viết; văn bản nhắc tới cách viết nào cũng dẫn về phong trào này"
        rows={3}
        optional
      />
      <Checkbox
        {...checkedIn(state, "onPortal", movement.onPortal)}
        label="Đăng lên Cổng thông tin khi ban hành"
      />
      {choices(true).length > 0 && (
        <CheckboxesField
          {...shownList(state, "parents", linked("parent"))}
          label="Hưởng ứng phong trào của cấp trên"
          optional
          choices={choices(true)}
        />
      )}
      {choices(false).length > 0 && (
        <CheckboxesField
          {...shownList(state, "related", linked("related"))}
          label="Phong trào liên quan"
          optional
          choices={choices(false)}
        />
      )}
    </>
  );
}

function ScopeFields({ facts }: { facts: SectionFacts }) {
  const { movement, state, units, reachable, namesakes } = facts;
  const unitChoices = (ids: readonly number[]) =>
    ids.map((id) => ({
      value: `${id}`,
      label: units.find((unit) => unit.id === id)?.name ?? `Đơn vị ${id}`,
    }));
  const shownIds = (name: string, stored: readonly number[]) => {
    const { values } = shownList(state, name, stored.map(String));
    return [...new Set([...stored, ...values.map(Number)])];
  };
  return (
    <>
      <TextArea
        {...shown(state, "scopeWords", movement.scopeWords ?? "")}
        label="Phạm vi"
        rows={3}
        optional
      />
      <TextArea
        {...shown(state, "subjects", movement.subjects ?? "")}
        label="Đối tượng thi đua"
        rows={3}
        optional
      />
      <CheckboxesField
        {...shownList(state, "groups", movement.scope.groups)}
        label="Nhóm đơn vị nhận phong trào"
        hint="Không chọn nhóm nào thì phong trào đến mọi đơn vị thuộc phạm vi của cơ quan phát động."
        optional
        choices={reachable.map((group) => ({ value: group, label: audienceNames[group] }))}
      />
      {shownIds("named", movement.scope.named).length > 0 && (
        <CheckboxesField
          {...shownList(state, "named", movement.scope.named.map(String))}
          label="Đơn vị thêm vào"
          optional
          choices={unitChoices(shownIds("named", movement.scope.named))}
        />
      )}
      <UnitPicker
        name="add"
        label="Thêm một đơn vị"
        optional
        text={state.typed["add.text"]?.[0]}
        error={state.errors.add}
        namesakes={namesakes?.add}
      />
      {shownIds("excluded", movement.scope.excluded).length > 0 && (
        <CheckboxesField
          {...shownList(state, "excluded", movement.scope.excluded.map(String))}
          label="Đơn vị không nhận"
          optional
          choices={unitChoices(shownIds("excluded", movement.scope.excluded))}
        />
      )}
      <UnitPicker
        name="remove"
        label="Trừ một đơn vị"
        optional
        text={state.typed["remove.text"]?.[0]}
        error={state.errors.remove}
        namesakes={namesakes?.remove}
      />
    </>
  );
}
