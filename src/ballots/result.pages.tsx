import { printDocx } from "../documents/print-docx.ts";
import { printPdf } from "../documents/print-pdf.ts";
import {
  actorOf,
  type Context,
  download,
  formOf,
  found,
  frameOf,
  pages,
  readerOf,
  seeOther,
  show,
} from "../web/http.ts";
import { plainLetters } from "./base32.ts";
import { codesFound } from "./box.store.ts";
import { closedTo, factsOpenTo, resultOpenTo } from "./closed.ts";
import { countMinutes } from "./count.document.ts";
import { countFactsOf, exportOf } from "./count.store.ts";
import { can, mayRun } from "./poll.may.ts";
import { resultOf } from "./poll.store.ts";
import type { Poll } from "./poll.ts";
import { recountPage } from "./recount-page.files.ts";
import { CodePage, ResultPage } from "./result.view.tsx";
import { seenPoll } from "./seen.pages.ts";
import { codesOf, readOwnCode } from "./tracking.cipher.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The result and what proves it: there for nobody before the count. */
export function resultPages() {
  const results = pages();

  results.get("/bo-phieu/:id{[0-9]+}/ket-qua", async (c) => {
    const poll = await seenPoll(c);
    const result = await resultOf(readerOf(c), poll.id);
    if (!result)
      return seeOther(c, `/bo-phieu/${poll.id}`, {
        tone: "watch",
        title: "Chưa có kết quả: cuộc bỏ phiếu chưa kiểm",
      });
    const closed = closedTo(poll, actorOf(c).person);
    return show(
      c,
      <ResultPage
        frame={await frameOf(c)}
        poll={poll}
        result={resultOpenTo(result, closed)}
        closed={closed}
        running={can(mayRun(actorOf(c), poll))}
      />,
    );
  });

  const minutes = async (c: Context) => {
    const poll = await seenPoll(c);
    const facts = found(await countFactsOf(readerOf(c), poll.id));
    return countMinutes(factsOpenTo(facts, closedTo(poll, actorOf(c).person)));
  };

  results.get("/bo-phieu/:id{[0-9]+}/bien-ban.docx", async (c) =>
    download(c, await printDocx(await minutes(c)), "Biên bản kiểm phiếu.docx", DOCX),
  );

  results.get("/bo-phieu/:id{[0-9]+}/bien-ban.pdf", async (c) => {
    const { bytes } = await printPdf(await minutes(c));
    return download(c, bytes, "Biên bản kiểm phiếu.pdf", "application/pdf");
  });

  results.get("/bo-phieu/:id{[0-9]+}/xuat", async (c) => {
    const poll = await seenPoll(c);
    const whole = found(await exportOf(readerOf(c), poll));
    // A file without a question could not be counted again, so whoever a question is closed to gets none.
    if (closedTo(poll, actorOf(c).person).size > 0)
      return seeOther(c, `/bo-phieu/${poll.id}/ket-qua`, {
        tone: "watch",
        title: "Tệp xuất có cả nội dung đóng với bạn nên bạn không tải được",
        children: "Thành viên khác của cuộc bỏ phiếu tải và kiểm lại được.",
      });
    const text = `${JSON.stringify(whole, null, 1)}\n`;
    return download(c, new TextEncoder().encode(text), `kiem-phieu-${poll.mark}.json`, "application/json");
  });

  results.get("/bo-phieu/:id{[0-9]+}/kiem-phieu-lai.html", async (c) => {
    await seenPoll(c);
    return download(
      c,
      new TextEncoder().encode(await recountPage()),
      "kiem-phieu-lai.html",
      "text/html; charset=utf-8",
    );
  });

  results.get("/bo-phieu/:id{[0-9]+}/kiem-tra", async (c) =>
    show(c, await codePage(c, await seenPoll(c), "", null)),
  );

  results.post("/bo-phieu/:id{[0-9]+}/kiem-tra", async (c) => {
    const poll = await seenPoll(c);
    const typed = (await formOf(c)).get("ma");
    const text = typeof typed === "string" ? typed : "";
    const codes = await codesAsked(poll, text);
    if (codes === null)
      return show(c, await codePage(c, poll, text, null, "Mã gồm 12 hoặc 16 chữ và số."), 422);
    const present = await codesFound(readerOf(c), poll.id, codes);
    return show(c, await codePage(c, poll, text, { present: present.length, asked: codes.length }), 200);
  });

  return results;
}

/** All codes of an own code, or the one typed from the minutes. */
async function codesAsked(poll: Poll, typed: string): Promise<string[] | null> {
  const letters = plainLetters(typed);
  if (/^[0-9A-HJKMNP-TV-Z]{12}$/.test(letters)) return [letters];
  const own = readOwnCode(typed);
  return own
    ? codesOf(
        own,
        poll.mark,
        poll.questions.map(({ ordinal }) => ordinal),
      )
    : null;
}

async function codePage(
  c: Context,
  poll: Poll,
  typed: string,
  answer: { readonly present: number; readonly asked: number } | null,
  error?: string,
) {
  return (
    <CodePage
      frame={await frameOf(c)}
      poll={poll}
      running={can(mayRun(actorOf(c), poll))}
      typed={typed}
      error={error}
      found={answer}
    />
  );
}
