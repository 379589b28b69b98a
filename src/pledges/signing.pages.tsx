import { signsForTrial } from "../documents/sign-pdf.ts";
import { hasProved } from "../movements/movement.may.ts";
import { readKept } from "../platform/files.ts";
import { all, any, isRefusal, mayNot, refuse } from "../platform/refusal.ts";
import { download, found, frameOf, idOf, newKey, pages, readerOf, show } from "../web/http.ts";
import { mountForm } from "./form-page.pages.tsx";
import { NothingForm, PaperSignatureForm, SignForm } from "./pledge.form.ts";
import { mayEnterPaper, mayRun, maySign, unitsSigned } from "./pledge.may.ts";
import { historyOf } from "./pledge.store.ts";
import { propsOf } from "./pledge-frame.view.tsx";
import { headsOf, withoutAccounts } from "./roster.store.ts";
import { sealedBytes } from "./sealing.files.ts";
import { seenPledge } from "./seen.pages.tsx";
import { enterPaperSignature, sealPledge, signPledge } from "./signing.acts.ts";
import { signaturesOf, textsOf } from "./signing.store.ts";
import { unsigned } from "./signing.ts";
import { PaperSignatureView, SealView, SignaturesView, SignView, TextChangeView } from "./signing.view.tsx";

/** The signing: by every head here, on paper elsewhere; and the whole as one signed PDF. */
export function signingPages() {
  const signing = pages();

  signing.get("/giao-uoc/:id{[0-9]+}/chu-ky", async (c) => {
    const seen = await seenPledge(c);
    const { reader, pledge } = seen;
    const units = pledge.members.map(({ unit }) => unit);
    const [texts, signatures, heads, offline, history] = await Promise.all([
      textsOf(reader, pledge.id),
      signaturesOf(reader, pledge.id),
      headsOf(reader, units, seen.actor.day),
      withoutAccounts(reader, units),
      historyOf(reader, pledge.id),
    ]);
    const sealed = history.find(({ kind }) => kind === "sealed") ?? null;
    return show(
      c,
      <SignaturesView
        {...propsOf(await frameOf(c), seen)}
        {...{ texts, signatures, heads, offline, sealed }}
        trial={sealed !== null && (await signsForTrial())}
      />,
    );
  });

  signing.get("/giao-uoc/:id{[0-9]+}/chu-ky/:number{[0-9]+}", async (c) => {
    const seen = await seenPledge(c);
    const texts = await textsOf(seen.reader, seen.pledge.id);
    const text = found(texts.find(({ number }) => number === idOf(c, "number")));
    const before = texts.find(({ number }) => number === text.number - 1) ?? null;
    const signatures = await signaturesOf(seen.reader, seen.pledge.id);
    return show(
      c,
      <TextChangeView
        {...propsOf(await frameOf(c), seen)}
        text={text}
        before={before}
        signatures={signatures}
      />,
    );
  });

  mountForm(signing, {
    path: "/ky",
    schema: SignForm,
    may: ({ actor, pledge }) => {
      const [first] = unitsSigned(actor, pledge);
      if (!first) return mayNot("not-the-head", "Chỉ người đứng đầu đơn vị thành viên mới ký được giao ước.");
      return all(maySign(actor, first.unit), hasProved(actor));
    },
    open: ({ pledge }) => pledge.state === "signing",
    draw: async (seen, { state }) => {
      const { reader, pledge } = seen;
      const [[latest], signatures] = await Promise.all([
        textsOf(reader, pledge.id),
        signaturesOf(reader, pledge.id),
      ]);
      return (
        <SignView
          {...propsOf(await frameOf(seen.c), seen)}
          text={latest ?? null}
          signatures={signatures}
          state={state}
          formKey={newKey()}
        />
      );
    },
    take: ({ actor, pledge }, { unit, hash }) => signPledge(actor, { pledgeId: pledge.id, unit, hash }),
    done: { to: "/chu-ky", title: "Đã ký giao ước" },
  });

  mountForm(signing, {
    path: "/ky-giay",
    schema: PaperSignatureForm,
    files: "scan",
    may: ({ actor, pledge }) => mayEnterPaper(actor, pledge),
    open: ({ pledge }) => pledge.state === "signing",
    draw: async (seen, { state, files }) => {
      const { reader, pledge } = seen;
      const [[latest], signatures] = await Promise.all([
        textsOf(reader, pledge.id),
        signaturesOf(reader, pledge.id),
      ]);
      return (
        <PaperSignatureView
          {...propsOf(await frameOf(seen.c), seen)}
          left={unsigned(pledge.members, signatures, latest ?? null)}
          state={state}
          kept={files.kept}
          formKey={newKey()}
        />
      );
    },
    take: async ({ actor, pledge }, values, files) => {
      const scan = files.tokens.at(-1);
      if (!scan) return refuse("no-scan", "Hãy chọn bản quét đã ký.", { field: "scan" });
      return enterPaperSignature(actor, { pledgeId: pledge.id, ...values, scan });
    },
    done: { to: "/chu-ky", title: "Đã ghi chữ ký trên bản giấy" },
  });

  signing.get("/giao-uoc/:id{[0-9]+}/ky-giay/:signature{[0-9]+}", async (c) => {
    const seen = await seenPledge(c);
    const signatures = await signaturesOf(readerOf(c), seen.pledge.id);
    const signature = found(signatures.find(({ id, file }) => file !== null && id === idOf(c, "signature")));
    const bytes = await readKept(signature.file ?? "");
    return download(c, bytes, signature.fileName ?? "chu-ky", "application/octet-stream");
  });

  mountForm(signing, {
    path: "/phat-hanh",
    schema: NothingForm,
    may: ({ actor, pledge }) => any(mayRun(actor, pledge)),
    open: ({ pledge }) => pledge.state === "signing",
    draw: async (seen, { state }) => {
      const signatures = await signaturesOf(seen.reader, seen.pledge.id);
      const [latest] = await textsOf(seen.reader, seen.pledge.id);
      return (
        <SealView
          {...propsOf(await frameOf(seen.c), seen)}
          left={unsigned(seen.pledge.members, signatures, latest ?? null)}
          trial={await signsForTrial()}
          state={state}
          formKey={newKey()}
        />
      );
    },
    take: async (seen) => {
      const sealed = await sealedBytes(seen.reader, seen.pledge, seen.actor.at);
      if (isRefusal(sealed)) return sealed;
      return sealPledge(seen.actor, { pledgeId: seen.pledge.id, ...sealed });
    },
    done: { to: "/chu-ky", title: "Đã ký số và phát hành giao ước" },
  });

  signing.get("/giao-uoc/:id{[0-9]+}/giao-uoc-da-ky.pdf", async (c) => {
    const seen = await seenPledge(c);
    const history = await historyOf(seen.reader, seen.pledge.id);
    const sealed = found(history.find(({ kind }) => kind === "sealed"));
    return download(
      c,
      await readKept(sealed.file ?? ""),
      sealed.fileName ?? "giao-uoc.pdf",
      "application/pdf",
    );
  });

  return signing;
}
