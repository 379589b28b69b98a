import type { Refusal } from "../platform/refusal.ts";
import type { Frame } from "./frame.ts";
import { type Context, formOf, frameOf, refused } from "./http.ts";
import { Card, ErrorSummary, Page } from "./kit.ts";

/** What a form carries beside what was typed. */
const hidden = new Set(["key", "version", "hash", "unit", "from", "kind"]);

/** A refusal to somebody who sees the record no longer: the reason, and everything typed to copy away. */
export async function refusedWithWords(c: Context, refusal: Refusal) {
  const words = [...(await formOf(c))]
    .filter(([name, value]) => typeof value === "string" && value !== "" && !hidden.has(name))
    .map(([, value]) => `${value}`);
  return refused(c, refusal, <WordsPage frame={await frameOf(c)} refusal={refusal} words={words} />);
}

interface WordsPageProps {
  frame: Frame;
  refusal: Refusal;
  words: readonly string[];
}

const WordsPage = ({ frame, refusal, words }: WordsPageProps) => (
  <Page frame={frame} title="Không thực hiện được" failed>
    <ErrorSummary errors={{ "": refusal.sentence }} title="Việc vừa gửi không được ghi nhận" />
    {words.length > 0 && (
      <Card title="Nội dung đã nhập">
        {words.map((text) => (
          <p>{text}</p>
        ))}
      </Card>
    )}
  </Page>
);
