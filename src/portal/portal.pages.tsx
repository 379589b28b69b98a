import { findMovement } from "../movements/movement.store.ts";
import { onDay } from "../platform/day.ts";
import { reader } from "../platform/db.ts";
import { tidy } from "../platform/vietnamese.ts";
import { type Context, found, idOf, NotFound, pages, shellOf, show } from "../web/http.ts";
import type { PublicFrame } from "../web/kit.ts";
import { LaunchView } from "./launch.view.tsx";
import { LaunchListView } from "./launch-list.view.tsx";
import { isPublished, publishedLaunches, relatedLaunches } from "./portal.store.ts";

const LAUNCHES_A_PAGE = 20;
const RELATED = 5;

/** The public side: no sign-in, no script needed, nothing that is not ticked for publication. */
export function portalPages() {
  const portal = pages();

  portal.get("/cong-thong-tin", async (c) => {
    const words = tidy(c.req.query("q") ?? "").slice(0, 100);
    const page = Math.max(1, Math.min(1000, Number(c.req.query("trang")) || 1));
    const { launches, total } = await publishedLaunches(reader(), words, page, LAUNCHES_A_PAGE);
    return show(
      c,
      <LaunchListView
        frame={publicFrame(c)}
        words={words}
        launches={launches}
        paging={{ page, total, size: LAUNCHES_A_PAGE }}
      />,
    );
  });

  portal.get("/cong-thong-tin/phong-trao/:id", async (c) => {
    const id = idOf(c);
    if (!(await isPublished(reader(), id))) throw new NotFound();
    const today = onDay(c.get("at"));
    const [movement, related] = await Promise.all([
      findMovement(reader(), id, today),
      relatedLaunches(reader(), id, RELATED),
    ]);
    return show(
      c,
      <LaunchView frame={publicFrame(c)} movement={found(movement)} related={related} today={today} />,
    );
  });

  return portal;
}

const publicFrame = (c: Context): PublicFrame => ({
  ...shellOf(c),
  name: "Thi đua Tư pháp",
  navigation: [{ href: "/cong-thong-tin", label: "Phong trào", current: true }],
  searchAddress: "/cong-thong-tin",
  keeper: "Cổng thông tin thi đua, khen thưởng",
});
