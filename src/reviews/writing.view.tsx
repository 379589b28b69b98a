import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Columns,
  ErrorSummary,
  Notice,
  NumberField,
  Page,
  Stack,
  TextArea,
} from "../web/kit.ts";
import { type ShownFigure, writeValue } from "./figures.ts";
import { writePeriod } from "./period.ts";
import { nameOf } from "./review.ts";
import type { EarlierReview } from "./section.store.ts";
import { counterpart, paragraphsOf, sectionKindNames } from "./section.ts";
import { FiguresTable, Words } from "./section.view.tsx";
import { BASE, crumbsTo, titleOf } from "./tags.view.tsx";
import type { WholeReview, WholeSection } from "./whole.store.ts";

interface WritingProps {
  frame: Frame;
  whole: WholeReview;
  earlier: EarlierReview | null;
  state: FormState;
  savedAt: string | undefined;
  formKey: string;
}

/** The review being written: every section with its figures, and last period's words beside it. */
export function WritingPage({ frame, whole, earlier, state, savedAt, formKey }: WritingProps) {
  const { review, sections } = whole;
  const at = `${BASE}/${review.id}`;
  return (
    <Page
      frame={frame}
      title={`Soạn ${titleOf(review).toLocaleLowerCase("vi")}`}
      help="so-ket-tong-ket"
      failed={Object.keys(state.errors).length > 0}
      crumbs={crumbsTo(review, "Soạn báo cáo")}
      lead={review.movementName ?? review.unitName}
    >
      <Stack>
        <ErrorSummary errors={state.errors} />
        {savedAt && (
          <Notice
            tone="info"
            title={`Đang mở bản nháp Ông/Bà nhập dở lúc ${savedAt}; bấm Lưu để ghi vào báo cáo.`}
          />
        )}
        <ActionForm action={`${at}/soan`} formKey={formKey} draftAddress={`${at}/ban-nhap`} savedAt={savedAt}>
          <input type="hidden" name="version" value={state.typed.version?.[0] ?? `${review.version}`} />
          <Stack>
            {sections.map((section) => (
              <SectionFields review={review.id} section={section} earlier={earlier} state={state} />
            ))}
          </Stack>
          <Actions>
            <Button>Lưu</Button>
            <Button kind="secondary" name="then" value="gui">
              Lưu, kiểm tra và gửi
            </Button>
            <ButtonLink href={at} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Stack>
    </Page>
  );
}

interface SectionFieldsProps {
  review: number;
  section: WholeSection;
  earlier: EarlierReview | null;
  state: FormState;
}

function SectionFields(props: SectionFieldsProps) {
  const { section, earlier } = props;
  const before = earlier && counterpart(section, earlier.sections);
  if (!earlier || !before || paragraphsOf(before.words).length === 0) return <SectionCard {...props} />;
  return (
    <Columns>
      <SectionCard {...props} />
      <Card title="Kỳ trước đã viết" level={3} lead={`${nameOf(earlier.kind)} ${writePeriod(earlier)}`}>
        <Words words={before.words} />
        <p class="small">
          <a href={`${BASE}/${earlier.id}`}>
            Mở báo cáo kỳ trước<span class="unseen"> tại mục {section.heading}</span>
          </a>
        </p>
      </Card>
    </Columns>
  );
}

const SectionCard = ({ review, section, state }: SectionFieldsProps) => (
  <Card title={section.heading} id={`muc-${section.position}`}>
    <TextArea
      {...shown(state, `section.${section.position}`, section.words)}
      label={sectionKindNames[section.kind]}
      hint={section.guidance ?? undefined}
      rows={section.kind === "figures" ? 4 : 7}
      optional={section.kind === "figures"}
    />
    <Taken review={review} section={section} />
    {section.kind === "figures" && (
      <FiguresTable
        review={review}
        section={section.position}
        heading={section.heading}
        figures={section.figures}
        writes
      />
    )}
  </Card>
);

/** Paragraphs taken from units' reports; they leave through a page of their own. */
const Taken = ({ review, section }: { review: number; section: WholeSection }) =>
  section.quotes.length === 0 ? null : (
    <>
      <p>
        <b>Đoạn lấy từ báo cáo của đơn vị</b>
      </p>
      {section.quotes.map((quote) => (
        <p>
          {quote.words}{" "}
          <small class="soft">
            (<a href={`${BASE}/${quote.source}`}>{quote.sourceUnitName}</a> ·{" "}
            <a href={`${BASE}/${review}/doan/${quote.id}`}>Bỏ ra</a>)
          </small>
        </p>
      ))}
    </>
  );

interface OverrideProps {
  frame: Frame;
  whole: WholeReview;
  figure: ShownFigure;
  state: FormState;
  formKey: string;
}

/** A figure of one's own beside the record's. */
export const OverridePage = ({ frame, whole, figure, state, formKey }: OverrideProps) => (
  <Page
    frame={frame}
    title={figure.label}
    failed={Object.keys(state.errors).length > 0}
    crumbs={crumbsTo(whole.review, "Nhập số khác")}
    lead={titleOf(whole.review)}
  >
    <Stack>
      <ErrorSummary errors={state.errors} />
      <Card>
        <p>
          Số liệu của hệ thống: <b>{writeValue(figure.value, figure.measure)}</b> (
          <a href={figure.href}>mở nguồn</a>). Số nhập ở đây đứng cạnh số của hệ thống trong báo cáo, kèm lý
          do; số của hệ thống vẫn được giữ.
        </p>
        <ActionForm action={`${BASE}/${whole.review.id}/so-lieu/${figure.code}`} formKey={formKey}>
          <NumberField
            {...shown(state, "value", figure.own ? `${figure.own.value}`.replace(".", ",") : "")}
            label="Số của đơn vị"
            hint="Để trống để dùng lại số của hệ thống"
            unit={figure.measure}
            decimal
            optional
          />
          <TextArea {...shown(state, "reason", figure.own?.reason ?? "")} label="Lý do" rows={3} />
          <Actions>
            <Button>Ghi</Button>
            <ButtonLink href={`${BASE}/${whole.review.id}/soan`} kind="secondary">
              Quay lại
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    </Stack>
  </Page>
);
