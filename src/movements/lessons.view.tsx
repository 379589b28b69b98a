import type { LessonOffer } from "../platform/offered.ts";
import { Card } from "../web/kit.ts";

/** What was learnt and asked for in earlier reviews, beside a plan that is being drafted. */
export const LessonsCard = ({ lessons }: { lessons: readonly LessonOffer[] }) =>
  lessons.length === 0 ? null : (
    <Card title="Bài học, kiến nghị từ các kỳ trước" id="bai-hoc">
      {lessons.map(({ title, words, href }) => (
        <>
          <p>
            <a href={href}>{title}</a>
          </p>
          {linesOf(words).map((line) => (
            <p class="small">{line}</p>
          ))}
        </>
      ))}
    </Card>
  );

const linesOf = (words: string): string[] => words.split("\n").filter((line) => line.trim() !== "");
