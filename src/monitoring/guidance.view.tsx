import { type FormState, shown } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  ErrorSummary,
  InstantText,
  Notice,
  Page,
  Stack,
  type TableAddress,
  Tag,
  TextArea,
  UnitLine,
} from "../web/kit.ts";
import type { Guidance } from "./guidance.ts";
import { SideTabs } from "./parts.view.tsx";
import type { Question } from "./question.ts";

const HOME = "/theo-doi/hoi-dap";

interface GuidanceListProps {
  frame: Frame;
  address: TableAddress;
  page: number;
  found: { readonly rows: readonly Guidance[]; readonly total: number };
  movements: readonly { id: number; name: string; year: number }[];
}

/** What standing bodies above have answered for everybody. */
export const GuidanceListView = ({ frame, address, page, found, movements }: GuidanceListProps) => (
  <Page
    frame={frame}
    title="Hỏi – đáp"
    lead="Trả lời của cơ quan thường trực được phổ biến tới mọi đơn vị. Hãy tìm ở đây trước khi gửi kiến nghị."
    help="kien-nghi"
  >
    <Stack>
      <SideTabs current="hoi-dap" />
      <Card title="Câu hỏi đã có hướng dẫn" flush>
        <DataTable<Guidance>
          id="hoi-dap"
          caption="Câu hỏi đã có hướng dẫn"
          address={address}
          rows={found.rows}
          rowKey={({ id }) => `${id}`}
          paging={{ page, total: found.total, noun: "câu hỏi" }}
          filters={[
            { kind: "search", name: "q", label: "Tìm trong câu hỏi và trả lời" },
            {
              kind: "choice",
              name: "phong-trao",
              label: "Phong trào",
              choices: movements.map(({ id, name }) => ({ value: `${id}`, label: name })),
            },
            {
              kind: "choice",
              name: "loc",
              label: "Hiệu lực",
              choices: [{ value: "ca-da-rut", label: "Cả hướng dẫn đã rút" }],
            },
          ]}
          empty={
            Object.keys(address.query).length === 0 ? (
              <EmptyState title="Chưa có hướng dẫn nào được phổ biến">
                Khi cơ quan thường trực phổ biến một trả lời, nó đứng ở đây cho mọi đơn vị.
              </EmptyState>
            ) : undefined
          }
          columns={[
            {
              key: "cau-hoi",
              label: "Câu hỏi",
              head: true,
              cell: (row) => (
                <UnitLine
                  name={firstLine(row.asked)}
                  href={`${HOME}/${row.id}`}
                  path={row.movementName ? [row.movementName] : undefined}
                />
              ),
            },
            { key: "noi-tra-loi", label: "Nơi trả lời", cell: (row) => row.bodyName },
            {
              key: "ngay",
              label: "Phổ biến lúc",
              kind: "day",
              cell: (row) => (
                <>
                  <InstantText at={row.publishedAt} /> {row.withdrawn && <Tag tone="watch">Đã rút</Tag>}
                </>
              ),
            },
          ]}
        />
      </Card>
    </Stack>
  </Page>
);

const LONGEST_LINE = 160;

const firstLine = (text: string): string => {
  const line = text.split("\n")[0] ?? "";
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
};

interface GuidanceProps {
  frame: Frame;
  guidance: Guidance;
  withdraws: boolean;
  state: FormState;
  formKey: string;
}

export const GuidanceView = ({ frame, guidance, withdraws, state, formKey }: GuidanceProps) => (
  <Page
    frame={frame}
    title="Hướng dẫn"
    failed={Object.keys(state.errors).length > 0}
    crumbs={[{ label: "Hỏi – đáp", href: HOME }, { label: "Hướng dẫn" }]}
    lead={
      <>
        {guidance.bodyName} · <InstantText at={guidance.publishedAt} />
        {guidance.movementName && ` · ${guidance.movementName}`}
      </>
    }
  >
    <Stack>
      <ErrorSummary errors={state.errors} />
      {guidance.withdrawn && (
        <Notice tone="watch" title="Hướng dẫn này đã được rút, không áp dụng nữa.">
          {guidance.withdrawn.why} ({guidance.withdrawn.actorName}, <InstantText at={guidance.withdrawn.at} />
          )
        </Notice>
      )}
      <Card title="Câu hỏi">
        <Paragraphs text={guidance.asked} />
      </Card>
      <Card title="Trả lời">
        <Paragraphs text={guidance.answer} />
      </Card>
      {withdraws && (
        <Card title="Rút hướng dẫn" lead="Hướng dẫn vẫn đọc được, kèm lý do rút.">
          <ActionForm action={`${HOME}/${guidance.id}/rut`} formKey={formKey} guard>
            <TextArea {...shown(state, "why")} label="Lý do rút" rows={2} />
            <Button kind="quiet">Rút hướng dẫn</Button>
          </ActionForm>
        </Card>
      )}
    </Stack>
  </Page>
);

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split("\n").map((line) => (
      <p>{line}</p>
    ))}
  </>
);

interface PublishProps {
  frame: Frame;
  question: Question;
  asked: string;
  answer: string;
  state: FormState;
  formKey: string;
}

/** The answer as everybody will read it: edited so that it does not tell whose case it was. */
export const PublishView = ({ frame, question, asked, answer, state, formKey }: PublishProps) => (
  <Page
    frame={frame}
    title="Phổ biến trả lời tới các đơn vị"
    failed={Object.keys(state.errors).length > 0}
    crumbs={[
      { label: "Kiến nghị, vướng mắc", href: "/theo-doi/kien-nghi" },
      { label: question.title, href: `/theo-doi/kien-nghi/${question.id}` },
      { label: "Phổ biến" },
    ]}
    lead={`Mọi đơn vị thuộc ${question.holderName} đọc được. Tên đơn vị hỏi không được nêu; hãy bỏ tên người, tên đơn vị khỏi nội dung.`}
  >
    <ErrorSummary errors={state.errors} />
    <Card>
      <ActionForm action={`/theo-doi/kien-nghi/${question.id}/pho-bien`} formKey={formKey} guard>
        <TextArea {...shown(state, "asked", asked)} label="Câu hỏi" rows={5} />
        <TextArea {...shown(state, "published", answer)} label="Trả lời" rows={8} />
        <Actions>
          <Button>Phổ biến</Button>
          <ButtonLink href={`/theo-doi/kien-nghi/${question.id}`} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
