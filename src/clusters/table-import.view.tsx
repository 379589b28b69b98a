import type { FormState } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  ErrorSummary,
  FinalStep,
  Notice,
  Page,
  Upload,
} from "../web/kit.ts";
import { flatten, type NumberedCriterion } from "./criteria.ts";
import type { SheetFault } from "./criteria-sheet.ts";
import type { CriteriaTable } from "./table.ts";
import { tableCrumbs, tableHref } from "./table.view.tsx";

interface FormPageProps {
  frame: Frame;
  table: CriteriaTable;
  state: FormState;
  formKey: string;
}

/** The whole tree out of a spreadsheet of the product's own shape. */
export const ImportPage = ({
  frame,
  table,
  state,
  formKey,
  faults,
}: FormPageProps & { faults: readonly SheetFault[] }) => (
  <Page
    frame={frame}
    title="Nhập bảng tiêu chí từ Excel"
    failed={Object.keys(state.errors).length > 0}
    crumbs={tableCrumbs("Nhập từ Excel", table)}
    lead="Bảng trong tệp thay toàn bộ các tiêu chí của bản nháp; xếp loại giữ nguyên."
  >
    <ErrorSummary errors={state.errors} />
    {faults.length > 0 && (
      <Notice tone="bad" title={`Có ${faults.length} dòng chưa đọc được`}>
        <ul>
          {faults.map(({ row, sentence }) => (
            <li>
              Dòng {`${row}`}: {sentence}
            </li>
          ))}
        </ul>
      </Notice>
    )}
    <Card>
      <p>
        Cần mẫu thì{" "}
        <a href={tableHref(table.id, "/bang.xlsx")} data-turbo="false">
          tải bảng hiện có ra Excel
        </a>
        , sửa rồi gửi lại. Cột TT cho biết mục nào nằm trong mục nào (I, I.1, I.1.2).
      </p>
      <ActionForm action={tableHref(table.id, "/nhap")} formKey={formKey} files>
        <input type="hidden" name="changes" value={table.changes} />
        <Upload name="sheet" label="Tệp Excel" accept=".xlsx,.csv" error={state.errors.sheet} />
        <Actions>
          <Button>Nhập bảng</Button>
          <ButtonLink href={tableHref(table.id)} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);

export const DropPage = ({ frame, table, state, formKey }: FormPageProps) => (
  <Page
    frame={frame}
    title="Bỏ bản nháp"
    failed={Object.keys(state.errors).length > 0}
    crumbs={tableCrumbs("Bỏ bản nháp", table)}
  >
    <ErrorSummary errors={state.errors} />
    <FinalStep
      action={tableHref(table.id, "/bo")}
      formKey={formKey}
      effects={[`Bản nháp ${table.version} của “${table.name}” bị xóa; các bản đã ban hành giữ nguyên.`]}
      touched={{ label: "Đối tượng", names: ["Chưa phiếu nào chấm theo bản nháp này"] }}
      basis={[{ label: "Bản nháp chưa ban hành nên không có hiệu lực" }]}
      afterwards="Không lấy lại được bản nháp đã bỏ."
      verb="Bỏ bản nháp"
      backHref={tableHref(table.id)}
    >
      <input type="hidden" name="changes" value={table.changes} />
    </FinalStep>
  </Page>
);

export function RemovePage(props: FormPageProps & { criterion: NumberedCriterion }) {
  const { frame, table, state, formKey, criterion } = props;
  const going = flatten([criterion]);
  return (
    <Page
      frame={frame}
      title={`Xóa mục ${criterion.number}`}
      failed={Object.keys(state.errors).length > 0}
      crumbs={tableCrumbs("Xóa tiêu chí", table)}
    >
      <ErrorSummary errors={state.errors} />
      <FinalStep
        action={tableHref(table.id, `/muc/${criterion.id}/xoa`)}
        formKey={formKey}
        effects={[`Xóa ${going.length} tiêu chí khỏi bản nháp.`]}
        touched={{ label: "Tiêu chí", names: going.map(({ name }) => name) }}
        basis={[{ label: "Bản nháp chưa ban hành" }]}
        afterwards="Cần lại thì thêm tiêu chí mới."
        verb="Xóa"
        backHref={tableHref(table.id, `/muc/${criterion.id}`)}
      >
        <input type="hidden" name="changes" value={table.changes} />
      </FinalStep>
    </Page>
  );
}
