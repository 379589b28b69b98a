import { writeDay } from "../platform/day.ts";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  Checkbox,
  DayField,
  Icon,
  Lines,
  TextArea,
  TextField,
} from "../web/kit.ts";
import type { Choice, Proposal, ProposedField } from "./proposal.ts";
import { lineHref, type ReviewFacts } from "./review-facts.view.tsx";
import { checkedIn } from "./section-facts.view.tsx";
import type { SettlementRequest } from "./settlement.ts";

const decisionWords: Readonly<Record<Choice["decision"], string>> = {
  accepted: "đã nhận",
  corrected: "đã sửa",
  dropped: "đã bỏ",
};

/** An item in its line: what was read, what was decided, where it stood. */
export function ItemLine({ facts, item }: { facts: ReviewFacts; item: Proposal }) {
  const { plan } = facts;
  const decision = plan.choices[item.key]?.decision;
  const settled = plan.settlements[item.key];
  const known = facts.known.get(item.key);
  return (
    <>
      <div>
        <Icon name={decision === "dropped" ? "unmet" : decision ? "met" : "unknown"} size={18} />{" "}
        <b>{item.label}</b> {decision === "dropped" ? <del>{summaryOf(item)}</del> : summaryOf(item, settled)}
        <small>
          {[
            decision ? decisionWords[decision] : "chưa rà soát",
            item.note,
            settled
              ? settled.way === "left-open"
                ? "để trống, hỏi nơi ban hành"
                : "đã xác định lại ngày"
              : null,
            known ? `là phong trào “${known.name}”` : null,
          ]
            .filter(Boolean)
            .join(" · ")}
          {item.lines.length > 0 && (
            <>
              {" "}
              · dòng{" "}
              {item.lines.slice(0, 4).map((line, index) => (
                <>
                  {index > 0 && ", "}
                  <a href={lineHref(facts, line)}>{line}</a>
                </>
              ))}
            </>
          )}
        </small>
      </div>
      <div class="line-end">
        <a href={`/phong-trao/nhap/${plan.id}?sua=${item.key}#${item.key}`}>
          Sửa
          <span class="unseen">
            {" "}
            {item.label}: {summaryOf(item).slice(0, 60)}
          </span>
        </a>
      </div>
    </>
  );
}

/** An item in one line. */
export function summaryOf(item: Proposal, settled?: SettlementRequest | undefined): string {
  const value = (name: string) => item.fields.find((field) => field.name === name)?.value ?? "";
  const joined = (parts: readonly string[], by: string) => parts.filter((part) => part !== "").join(by);
  switch (item.noun) {
    case "paper":
      if (value("number") === "") return value("title");
      return joined(
        [
          joined([value("number"), value("symbol")], "/"),
          value("place"),
          value("issuedOn"),
          joined([value("capacity"), value("role"), value("signer")], " "),
        ],
        " · ",
      );
    case "name":
      return joined(
        [
          value("name"),
          value("fromYear") === value("toYear")
            ? value("fromYear")
            : `${value("fromYear")}-${value("toYear")}`,
        ],
        " · ",
      );
    case "theme":
    case "motto":
      return `“${value("words")}”`;
    case "phase":
      return `${value("name")}: ${value("from") || "chưa rõ"} – ${value("to") || "chưa rõ"}`;
    case "deadline":
      return joined(
        [
          value("what"),
          value("audience"),
          settled?.day
            ? `${settled.inclusive ? "chậm nhất" : "trước"} ${writeDay(settled.day)}, đã xác định lại`
            : value("day")
              ? `${value("inclusive") ? "chậm nhất" : "trước"} ${value("day")}`
              : "chưa có ngày",
        ],
        " · ",
      );
    case "target":
      return value("words");
    case "duty":
      return `${value("who")}: ${value("what")}`;
    case "mention":
      return value("name");
    case "text":
    case "list":
    case "outline":
      return shortened(value("words"));
  }
}

const shortened = (text: string): string => {
  const [first = "", ...rest] = text.split("\n");
  const short = first.length > 120 ? `${first.slice(0, 119)}…` : first;
  return rest.length > 0 && first.length <= 120 ? `${short} …` : short;
};

/** An item being corrected. */
export function EditForm({ facts, item }: { facts: ReviewFacts; item: Proposal }) {
  const { plan, returned } = facts;
  const state: FormState = returned?.key === item.key ? returned.state : { errors: {}, typed: {} };
  return (
    <ActionForm action={`/phong-trao/nhap/${plan.id}/muc/${item.key}`} formKey={facts.formKey()}>
      <p>
        <b>{item.label}</b> {item.note && <small class="soft">{item.note}</small>}
      </p>
      {item.fields.map((field) => (
        <ProposedInput field={field} state={state} />
      ))}
      <Actions>
        <Button small>Lưu mục này</Button>
        <Button kind="secondary" small name="decision" value="accepted">
          Nhận như văn bản
        </Button>
        <Button kind="secondary" small name="decision" value="dropped">
          Bỏ mục này
        </Button>
        <ButtonLink href={`/phong-trao/nhap/${plan.id}#${item.key}`} kind="quiet" small>
          Thôi
        </ButtonLink>
      </Actions>
    </ActionForm>
  );
}

function ProposedInput({ field, state }: { field: ProposedField; state: FormState }) {
  const common = { ...shown(state, field.name, field.value), label: field.label, optional: field.optional };
  if (field.input === "day") return <DayField {...common} />;
  if (field.input === "text") return <TextArea {...common} rows={8} />;
  if (field.input === "inclusive")
    return <Checkbox {...checkedIn(state, field.name, field.value !== "")} label={field.label} value="co" />;
  return <TextField {...common} />;
}

/** What deserves a look and blocks nothing. */
export function FindingsCard({ facts }: { facts: ReviewFacts }) {
  const shownFindings = facts.findings.filter((finding) => finding.severity !== "block");
  if (shownFindings.length === 0) return null;
  return (
    <Card title="Nên xem" flush>
      <Lines
        lines={shownFindings.map((finding) => ({
          main: finding.message,
          detail: finding.severity === "info" ? "để biết" : "giữ nguyên như văn bản",
          end: <a href={lineHref(facts, finding.line)}>Dòng {finding.line}</a>,
        }))}
      />
    </Card>
  );
}
