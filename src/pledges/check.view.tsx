import type { PdfSignature, PdfVerdict } from "../documents/sign-pdf.ts";
import type { FormState } from "../web/form.ts";
import type { Frame } from "../web/frame.ts";
import {
  Actions,
  Button,
  Card,
  CheckAnswers,
  ErrorSummary,
  InstantText,
  Notice,
  type NoticeTone,
  Page,
  Stack,
  Upload,
} from "../web/kit.ts";

interface CheckProps {
  frame: Frame;
  state: FormState;
  checked: { readonly name: string; readonly verdict: PdfVerdict } | null;
  /** The authority trusted here is the test one. */
  trial: boolean;
}

export const CheckView = ({ frame, state, checked, trial }: CheckProps) => (
  <Page
    frame={frame}
    title="Kiểm tra chữ ký số"
    failed={Object.keys(state.errors).length > 0}
    lead="Tệp PDF có được ký số không, ai ký, ký lúc nào, và từ đó có bị sửa không. Tệp không được lưu lại."
    crumbs={[{ label: "Giao ước", href: "/giao-uoc" }, { label: "Kiểm tra chữ ký số" }]}
  >
    <Stack>
      <ErrorSummary errors={state.errors} />
      {checked && <Verdict name={checked.name} verdict={checked.verdict} trial={trial} />}
      <Card>
        {/* The verdict is the answer itself, so the page is drawn anew instead of being led elsewhere. */}
        <form
          class="form"
          method="post"
          action="/giao-uoc/kiem-tra-chu-ky"
          enctype="multipart/form-data"
          data-turbo="false"
          novalidate
        >
          <Upload name="pdf" label="Tệp PDF" hint="Không quá 20 MB" accept=".pdf" error={state.errors.pdf} />
          <Actions>
            <Button>Kiểm tra</Button>
          </Actions>
        </form>
      </Card>
    </Stack>
  </Page>
);

function Verdict({ name, verdict, trial }: { name: string; verdict: PdfVerdict; trial: boolean }) {
  if (verdict.kind === "not-a-pdf") return <Notice tone="bad" title={`“${name}” không phải tệp PDF`} />;
  if (verdict.kind === "unsigned") return <Notice tone="watch" title={`“${name}” không có chữ ký số nào`} />;
  return (
    <>
      {verdict.signatures.map((signature) => (
        <Card title={name}>
          <Notice tone={toneOf(signature)} title={wordsOf(signature)}>
            {signature.state === "valid" && !signature.trusted && (
              <p>
                Nơi cấp chứng thư không nằm trong số cơ quan này tin cậy; hãy kiểm tra người ký bằng cách
                khác.
              </p>
            )}
            {signature.trusted && trial && <p>Chứng thư do CA thử nghiệm cấp – không có giá trị pháp lý.</p>}
          </Notice>
          <CheckAnswers
            answers={[
              { label: "Người ký", value: signature.signer ?? "Không đọc được" },
              { label: "Nơi cấp chứng thư", value: signature.issuer ?? "Không đọc được" },
              {
                label: "Thời điểm ký",
                value: signature.at ? <InstantText at={signature.at} /> : "Không ghi",
              },
              {
                label: "Định dạng",
                value: signature.pades ? "PAdES (ETSI.CAdES.detached)" : "Không phải PAdES",
              },
            ]}
          />
        </Card>
      ))}
    </>
  );
}

const toneOf = ({ state, trusted }: PdfSignature): NoticeTone =>
  state === "valid" ? (trusted ? "good" : "watch") : state === "added-to" ? "watch" : "bad";

const wordsOf = ({ state, trusted }: PdfSignature): string => {
  switch (state) {
    case "valid":
      return trusted
        ? "Chữ ký hợp lệ; tệp không thay đổi từ khi ký"
        : "Tệp không thay đổi từ khi ký, nhưng chưa xác định được nơi cấp chứng thư";
    case "changed":
      return "Tệp đã bị thay đổi sau khi ký";
    case "added-to":
      return "Tệp đã được thêm nội dung sau khi ký";
    case "broken":
      return "Chữ ký không hợp lệ hoặc không đọc được";
  }
};
