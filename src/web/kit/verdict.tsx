import type { Child } from "hono/jsx";
import { Icon } from "./icons.tsx";

/** One condition and what was found of it. Unknown is not failure. */
export interface FindingLine {
  readonly state: "met" | "unmet" | "unknown";
  readonly words: string;
  /** The fact used, in words. */
  readonly fact?: Child;
  /** The article it rests on. */
  readonly basis?: { readonly label: string; readonly href?: string | undefined } | undefined;
  /** Whether the text of the article was checked against its source; left out means it was. */
  readonly unverified?: boolean | undefined;
  /** Where the proof is, or where it can be added. */
  readonly evidence?: { readonly label: string; readonly href: string } | undefined;
  /** Conditions inside this one, and how many of them are wanted. */
  readonly inside?: readonly FindingLine[] | undefined;
  readonly wanted?: "all" | "any" | undefined;
}

const words = { met: "Đạt", unmet: "Chưa đạt", unknown: "Chưa có minh chứng" } as const;

/** The law's answer as a tree: each line with its sign, its word, its article and its proof. */
export const Verdict = ({ findings, label }: { findings: readonly FindingLine[]; label: string }) => (
  <ul class="verdict" aria-label={label}>
    {findings.map((finding) => (
      <Finding finding={finding} />
    ))}
  </ul>
);

function Finding({ finding }: { finding: FindingLine }) {
  const { basis, inside } = finding;
  return (
    <li class={`finding finding-${finding.state}`}>
      <Icon name={finding.state} size={18} />
      <div>
        <p class="finding-words">
          {finding.state !== "unknown" && <span class="unseen">{words[finding.state]}: </span>}
          {finding.words}
        </p>
        {finding.state === "unknown" && <p class="finding-state">{words.unknown}</p>}
        {(finding.fact || basis) && (
          <p class="finding-why">
            {finding.fact}
            {finding.fact && basis && " · "}
            {basis && (basis.href ? <a href={basis.href}>{basis.label}</a> : basis.label)}
            {finding.unverified && " · chưa đối chiếu văn bản"}
          </p>
        )}
        {finding.evidence && (
          <p>
            <a href={finding.evidence.href}>{finding.evidence.label}</a>
          </p>
        )}
        {inside && inside.length > 0 && (
          <>
            {finding.wanted === "any" && <p class="finding-why">Cần một trong các điều sau:</p>}
            <ul class="verdict">
              {inside.map((one) => (
                <Finding finding={one} />
              ))}
            </ul>
          </>
        )}
      </div>
    </li>
  );
}
