import type { StagePart } from "../web/part.ts";
import { portalPages } from "./portal.pages.tsx";

/** What the public sees: launches so far. */
export const portal: StagePart = {
  stage: "portal",
  pages: () => portalPages(),
  rail: { href: "/cong-thong-tin", label: "Cổng thông tin", group: "shared" },
};
