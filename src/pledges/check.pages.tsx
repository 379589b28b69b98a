import { signsForTrial, verifyPdf } from "../documents/sign-pdf.ts";
import { LARGEST_FILE } from "../platform/files.ts";
import { emptyForm } from "../web/form.ts";
import { actorOf, formOf, frameOf, pages, show } from "../web/http.ts";
import { CheckView } from "./check.view.tsx";

/** “Kiểm tra chữ ký”: whether a PDF is signed, by whom, when, and whether it has changed since. Nothing is kept. */
export function checkPages() {
  const check = pages();
  const address = "/giao-uoc/kiem-tra-chu-ky";

  check.get(address, async (c) => {
    actorOf(c);
    const frame = await frameOf(c);
    return show(c, <CheckView frame={frame} state={emptyForm} checked={null} trial={false} />);
  });

  check.post(address, async (c) => {
    actorOf(c);
    const sent = (await formOf(c)).get("pdf");
    const frame = await frameOf(c);
    const fault = faultOf(sent);
    if (fault || !(sent instanceof File))
      return show(
        c,
        <CheckView
          frame={frame}
          state={{ errors: { pdf: fault ?? "" }, typed: {} }}
          checked={null}
          trial={false}
        />,
        422,
      );
    const verdict = await verifyPdf(new Uint8Array(await sent.arrayBuffer()));
    return show(
      c,
      <CheckView
        frame={frame}
        state={emptyForm}
        checked={{ name: sent.name, verdict }}
        trial={await signsForTrial()}
      />,
    );
  });

  return check;
}

function faultOf(sent: FormDataEntryValue | null): string | null {
  if (!(sent instanceof File) || sent.size === 0) return "Hãy chọn tệp PDF cần kiểm tra.";
  return sent.size > LARGEST_FILE ? "Tệp lớn hơn 20 MB; hãy chọn tệp nhỏ hơn." : null;
}
