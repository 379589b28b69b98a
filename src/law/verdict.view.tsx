import type { Child } from "hono/jsx";
import { Card, type FindingLine, Tag, type Tone, Verdict as VerdictTree } from "../web/kit.ts";
import { nameOf } from "./catalogue.ts";
import { instrumentAddress } from "./citations.ts";
import { evidenceWords } from "./evidence-words.ts";
import type { Facts } from "./facts.ts";
import { citedIn } from "./instruments.ts";
import { Mark } from "./mark.view.tsx";
import { regimes } from "./regimes.ts";
import { type Condition, ruleId } from "./rule.ts";
import { rules } from "./rule-on.ts";
import { type Finding, type Outcome, outcomeNames, type Verdict } from "./verdict.ts";

const tones: Readonly<Record<Outcome, Tone>> = {
  eligible: "good",
  ineligible: "bad",
  unknown: "watch",
  suspended: "watch",
  refused: "plain",
};

interface VerdictCardProps {
  verdict: Verdict;
  /** Whom it is about; the award's name when left out. */
  title?: string | undefined;
  /** One line under the title; the award, its regime and rule when left out. */
  lead?: Child;
  /** The facts judged, so that evidence can be named. */
  facts?: Facts | undefined;
  /** Where a fact stands or can be added. */
  evidenceHref?: ((path: string) => string | null) | undefined;
  /** A pending matter is known only to few: then only that it is suspended is shown. */
  reasonHidden?: boolean | undefined;
  id?: string | undefined;
}

/** The law's verdict: outcome, mark, each condition with its article and evidence, and what is still needed. */
export function VerdictCard(props: VerdictCardProps) {
  const { verdict } = props;
  const name = nameOf(verdict.ask, verdict.regime ?? undefined);
  return (
    <Card
      id={props.id}
      title={props.title ?? name}
      lead={props.lead ?? leadOf(verdict, props.title === undefined ? null : name)}
      tag={<Tag tone={tones[verdict.outcome]}>{outcomeNames[verdict.outcome]}</Tag>}
    >
      {props.reasonHidden && verdict.outcome === "suspended" ? (
        <p>Tạm dừng xét. Lý do chỉ Thường trực và người đứng đầu đơn vị được biết.</p>
      ) : (
        <VerdictBody {...props} label={`Điều kiện của ${props.title ?? name}`} />
      )}
    </Card>
  );
}

const leadOf = ({ regime, rule }: Verdict, name: string | null): string =>
  [name, regime === null ? null : regimes[regime].words, rule && `quy định ${rule}`]
    .filter(Boolean)
    .join(" · ");

function VerdictBody({ verdict, facts, evidenceHref, label }: VerdictCardProps & { label: string }) {
  const anyOf = codesOfAny(verdict.rule);
  const line = (finding: Finding): FindingLine => ({
    state: finding.state,
    words: finding.words,
    fact: finding.evidence.length > 0 ? `Dựa vào: ${usedWords(finding, facts ?? null)}` : undefined,
    basis: { label: finding.basis, href: hrefOf(finding.basis) },
    unverified: !finding.verified,
    evidence: evidenceOf(finding, evidenceHref),
    inside: finding.parts?.map(line),
    wanted: anyOf.has(finding.code) ? "any" : "all",
  });
  return (
    <>
      {verdict.reason && <p>{verdict.reason}</p>}
      {verdict.findings.length > 0 && <VerdictTree label={label} findings={verdict.findings.map(line)} />}
      {verdict.needs.length > 0 && (
        <>
          <h3>Còn cần</h3>
          <ul class="tree">
            {verdict.needs.map((need) => (
              <li>{need}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Mark verified={verdict.verified} />{" "}
        {!verdict.verified && (
          <span class="small soft">Kết luận dựa vào căn cứ chưa đối chiếu với văn bản gốc.</span>
        )}
      </p>
    </>
  );
}

const usedWords = (finding: Finding, facts: Facts | null): string =>
  [...new Set(finding.evidence.map((path) => evidenceWords(path, facts)))].join("; ");

const hrefOf = (basis: string): string | undefined => {
  const [first] = citedIn(basis);
  return first && instrumentAddress(first.symbol);
};

function evidenceOf(finding: Finding, href: VerdictCardProps["evidenceHref"]): FindingLine["evidence"] {
  for (const path of finding.evidence) {
    const address = href?.(path);
    if (address) return { label: "Xem minh chứng", href: address };
  }
  return undefined;
}

/** The conditions of which one way is enough. */
function codesOfAny(id: string | null): ReadonlySet<string> {
  const rule = rules.find((one) => ruleId(one) === id);
  const within = (conditions: readonly Condition[]): readonly string[] =>
    conditions.flatMap((condition) => {
      if (condition.kind === "any") return [condition.code, ...condition.ways.flatMap(within)];
      return condition.kind === "standard" ? within(condition.all) : [];
    });
  return new Set(rule?.routes.flatMap(({ all }) => within(all)) ?? []);
}
