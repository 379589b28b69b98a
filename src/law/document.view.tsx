import { writeDay } from "../platform/day.ts";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Columns,
  ErrorSummary,
  Evidence,
  type Frame,
  Notice,
  Page,
  Plate,
  Stack,
  Tag,
  TextArea,
  TextField,
  Timeline,
} from "../web/kit.ts";
import { instrumentAddress } from "./citations.ts";
import { fileItem } from "./instrument.view.tsx";
import { instrumentBySymbol } from "./instruments.ts";
import type { Acknowledgement, LibraryFile, VersionEntry } from "./library.store.ts";
import { changeWords, documentKindNames, type LibraryDocument, type UnderlyingChange } from "./library.ts";
import { spanWords } from "./mark.view.tsx";

/** Where a page of the library stands. */
export const crumbs = (label?: string) => [
  { label: "Pháp luật", href: "/phap-luat" },
  ...(label
    ? [{ label: "Thư viện văn bản", href: "/phap-luat/thu-vien" }, { label }]
    : [{ label: "Thư viện văn bản" }]),
];

/** From when to when a document holds. */
export const validityWords = ({ validity, issued }: LibraryDocument): string =>
  spanWords({ from: validity.from ?? issued, to: validity.to });

interface DocumentViewProps {
  frame: Frame;
  document: LibraryDocument;
  files: readonly LibraryFile[];
  versions: readonly VersionEntry[];
  open: readonly UnderlyingChange[];
  dealtWith: readonly Acknowledgement[];
  mayKeep: boolean;
  /** Numbered lines of the files that hold the words searched. */
  found: readonly { readonly file: string; readonly number: number; readonly text: string }[];
  words: string;
}

/** One document: its facts, files and versions, and what has changed under it. */
export function DocumentView(props: DocumentViewProps) {
  const { frame, document, files, open, mayKeep } = props;
  return (
    <Page frame={frame} title={document.symbol} ownHeading crumbs={crumbs(document.symbol)}>
      {open.map((change) => (
        <Notice tone="watch" title={changeWords(change)}>
          <p>Quy chế này căn cứ vào {change.symbol}; hãy rà soát rồi xác nhận đã xử lý.</p>
          {mayKeep && (
            <p>
              <a
                href={`/phap-luat/thu-vien/${document.id}/xac-nhan?change=${encodeURIComponent(change.key)}`}
              >
                Xác nhận đã xử lý
              </a>
            </p>
          )}
        </Notice>
      ))}
      <Plate
        title={document.symbol}
        tag={<Tag>{documentKindNames[document.kind]}</Tag>}
        theme={document.title}
        facts={[
          { label: "Cơ quan ban hành", value: document.issuer },
          { label: "Ngày ban hành", value: writeDay(document.issued) },
          { label: "Hiệu lực", value: validityWords(document) },
          { label: "Cơ quan giữ", value: document.bodyName },
          ...symbolFacts("Sửa đổi, bổ sung", document.amends),
          ...symbolFacts("Thay thế", document.replaces),
          ...symbolFacts("Căn cứ", document.restsOn),
          ...(document.note ? [{ label: "Ghi chú", value: document.note }] : []),
        ]}
        actions={
          mayKeep && (
            <ButtonLink href={`/phap-luat/thu-vien/${document.id}/sua`} kind="secondary">
              Sửa
            </ButtonLink>
          )
        }
      />
      <Columns>
        <Stack>
          <Card title="Tệp">
            {files.length === 0 ? (
              <p class="soft">Chưa có tệp nào.</p>
            ) : (
              <Evidence label="Tệp của văn bản" items={files.map((file) => fileItem(document.id, file))} />
            )}
          </Card>
          <LinesCard {...props} />
        </Stack>
        <Card title="Nhật ký">
          <Timeline label="Nhật ký của văn bản" entries={entriesOf(props)} />
        </Card>
      </Columns>
    </Page>
  );
}

const symbolFacts = (label: string, symbols: readonly string[]) =>
  symbols.length === 0
    ? []
    : [
        {
          label,
          value: (
            <>
              {symbols.map((symbol, index) => (
                <>
                  {index > 0 && ", "}
                  {instrumentBySymbol(symbol) ? <a href={instrumentAddress(symbol)}>{symbol}</a> : symbol}
                </>
              ))}
            </>
          ),
        },
      ];

const LinesCard = ({ document, words, found }: DocumentViewProps) => (
  <Card title="Tìm trong văn bản">
    <form class="form" method="get" action={`/phap-luat/thu-vien/${document.id}`}>
      <TextField name="q" label="Từ cần tìm" hint="Không cần gõ dấu" type="search" value={words} optional />
      <Actions>
        <Button kind="secondary">Tìm</Button>
      </Actions>
    </form>
    {words !== "" && found.length === 0 && <p>Không có dòng nào.</p>}
    {found.length > 0 && (
      <ul class="tree">
        {found.map((line) => (
          <li>
            <small class="soft">
              {line.file}, dòng {line.number}
            </small>
            <br />
            {line.text}
          </li>
        ))}
      </ul>
    )}
  </Card>
);

const entriesOf = ({ versions, dealtWith }: DocumentViewProps) =>
  [
    ...versions.map((entry) => ({
      at: entry.at,
      who: whoOf(entry),
      what: entry.version === 1 ? "thêm văn bản" : `sửa văn bản (bản ${entry.version})`,
      why: undefined,
    })),
    ...dealtWith.map((entry) => ({
      at: entry.at,
      who: whoOf(entry),
      what: `xác nhận đã xử lý thay đổi của căn cứ (${entry.change.split(" ").slice(1).join(", ")})`,
      why: entry.remarks ?? undefined,
    })),
  ].toSorted((left, right) => right.at.getTime() - left.at.getTime());

const whoOf = ({ actorName, postTitle }: { actorName: string; postTitle: string | null }): string =>
  postTitle ? `${actorName} (${postTitle})` : actorName;

interface AcknowledgeViewProps {
  frame: Frame;
  document: LibraryDocument;
  change: UnderlyingChange | null;
  changeKey: string;
  state: FormState;
  formKey: string;
}

/** A change under a rule of a body, to be acknowledged with what was done. */
export const AcknowledgeView = ({
  frame,
  document,
  change,
  changeKey,
  state,
  formKey,
}: AcknowledgeViewProps) => (
  <Page
    frame={frame}
    title="Xác nhận đã xử lý"
    failed={Object.keys(state.errors).length > 0}
    crumbs={[
      ...crumbs(document.symbol).slice(0, 2),
      { label: document.symbol, href: `/phap-luat/thu-vien/${document.id}` },
      { label: "Xác nhận" },
    ]}
    lead={change ? changeWords(change) : undefined}
  >
    <ErrorSummary errors={state.errors} />
    <Card title={document.title}>
      <ActionForm action={`/phap-luat/thu-vien/${document.id}/xac-nhan`} formKey={formKey}>
        <input type="hidden" name="change" value={changeKey} />
        <TextArea
          {...shown(state, "remarks")}
          label="Đã xử lý thế nào"
          hint="Ví dụ: đã rà soát, không phải sửa quy chế; hoặc số, ký hiệu quy chế mới"
          rows={3}
          optional
        />
        <Actions>
          <Button>Xác nhận đã xử lý</Button>
          <ButtonLink href={`/phap-luat/thu-vien/${document.id}`} kind="secondary">
            Quay lại
          </ButtonLink>
        </Actions>
      </ActionForm>
    </Card>
  </Page>
);
