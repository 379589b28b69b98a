import type { Actor } from "../platform/actor.ts";
import { isRefusal } from "../platform/refusal.ts";
import { Diff, Notice } from "../web/kit.ts";
import { isInForce } from "./life.ts";
import { mayDraft } from "./movement.may.ts";
import { sectionNames } from "./sections.ts";
import { mayEditNow } from "./seen.pages.ts";
import type { LaunchedBeside } from "./unit-plan-launched.store.ts";

interface LaunchedNoticeProps {
  beside: LaunchedBeside;
  /** On the plan's page it leads to the launch, on the launch's to the plan. */
  on: "plan" | "launch";
  actor: Actor;
}

/** The plan and its launch differ: what, and where the launch is amended. */
export function LaunchedNotice({ beside, on, actor }: LaunchedNoticeProps) {
  const { plan, launch, differences } = beside;
  const base = `/phong-trao/${launch.id}`;
  const amends = mayEditNow({ movement: launch, drafts: !isRefusal(mayDraft(actor, launch)) });
  const sections = [...new Set(differences.map(({ section }) => section))];
  return (
    <Notice
      tone="watch"
      title={
        on === "plan"
          ? "Kế hoạch nay khác với bản đã phát động xuống đơn vị trực thuộc"
          : "Bản đang phát động khác với kế hoạch của đơn vị đã sửa sau đó"
      }
    >
      <p>
        Các đơn vị trực thuộc vẫn theo{" "}
        {on === "plan" ? <a href={base}>{launch.name}</a> : "nội dung trên trang này"} cho đến khi có văn bản
        sửa đổi.
        {on === "launch" && (
          <>
            {" "}
            <a href={`/ke-hoach-don-vi/${plan}`}>Xem kế hoạch của đơn vị</a>.
          </>
        )}
      </p>
      <Diff
        caption="Những chỗ khác nhau"
        changes={differences.map(({ section, launched, planned }) => ({
          label: sectionNames[section],
          before: launched ?? "(chưa có trong bản đã phát động)",
          after: planned ?? "(không còn trong kế hoạch)",
        }))}
      />
      {!amends && isInForce(launch.state) && (
        <p>Bản sửa đổi do chuyên viên thường trực thi đua, khen thưởng của {launch.launcher.name} lập.</p>
      )}
      {amends && (
        <p>
          Lập bản sửa đổi:{" "}
          {sections.map((section, index) => (
            <>
              {index > 0 && " · "}
              <a href={section === "han" ? `${base}/han` : `${base}/phan/${section}`}>
                {sectionNames[section]}
              </a>
            </>
          ))}
        </p>
      )}
    </Notice>
  );
}
