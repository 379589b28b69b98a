import { type Day, parseDay, readTypedDay, writeDay } from "../platform/day.ts";
import type { Context } from "../web/http.ts";
import { Actions, Button, ButtonLink, Card, DayField } from "../web/kit.ts";
import { beforeFirstRegime, beyondKnownExpiry, regimeOn } from "./regimes.ts";

/** The day a page of the law looks at: what the address asks for, today when it asks for none. */
export interface ChosenDay {
  readonly day: Day;
  readonly today: Day;
  /** As typed, when it is no day; then today is looked at. */
  readonly wrong: string | null;
}

export function chosenDay(c: Context, today: Day): ChosenDay {
  const text = c.req.query("ngay")?.trim();
  if (!text) return { day: today, today, wrong: null };
  const day = readTypedDay(text) ?? parseDay(text);
  return day ? { day, today, wrong: null } : { day: today, today, wrong: text };
}

interface DayCardProps {
  chosen: ChosenDay;
  action: string;
}

/** Chooses the day, and says which regime it falls in. */
export function DayCard({ chosen, action }: DayCardProps) {
  const { day, today, wrong } = chosen;
  return (
    <Card title="Xem theo ngày">
      <form class="form" method="get" action={action}>
        <DayField
          name="ngay"
          label="Quy định áp dụng vào ngày"
          value={wrong ?? writeDay(day)}
          error={wrong === null ? undefined : `Ngày “${wrong}” không có thật; đang xem theo hôm nay.`}
          hint="Ví dụ 31/12/2023"
        />
        <Actions>
          <Button kind="secondary">Xem</Button>
          {day !== today && (
            <ButtonLink href={action} kind="quiet">
              Về hôm nay
            </ButtonLink>
          )}
        </Actions>
      </form>
      <p class="small soft">{regimeWords(day)}</p>
    </Card>
  );
}

/** “R3: Luật năm 2022 và Nghị định 152/2025/NĐ-CP”, with a doubt where the decree has lapsed. */
function regimeWords(day: Day): string {
  const regime = regimeOn(day);
  if (!regime) return beforeFirstRegime;
  const doubt =
    beyondKnownExpiry(regime, day) && regime.knownExpiry
      ? ` Nghị định ${regime.decree} chỉ áp dụng đến ngày ${writeDay(regime.knownExpiry)}; quy định sau đó chưa có trong danh mục.`
      : "";
  return `Thời kỳ ${regime.code}: ${regime.words}.${doubt}`;
}

/** Keeps the chosen day in a link. */
export const withDay = (href: string, { day, today }: ChosenDay): string =>
  day === today ? href : `${href}?ngay=${encodeURIComponent(writeDay(day))}`;
