/** What runs on every page; `fields.ts` holds the rest. Each piece wraps HTML that works without it. */
import "@hotwired/turbo";
import { DirtyGuard } from "./dirty-guard.ts";
import { takeFocusWhenDrawn } from "./focus-errors.ts";
import { LiveMeeting } from "./live-meeting.ts";
import { LiveRefresh } from "./live-refresh.ts";
import { LiveRegion } from "./live-region.ts";
import { closeMenus } from "./menus.ts";
import { sendOnce } from "./send-once.ts";
import { listenForShortcuts } from "./shortcuts.ts";

customElements.define("live-region", LiveRegion);
customElements.define("dirty-guard", DirtyGuard);
customElements.define("live-meeting", LiveMeeting);
customElements.define("live-refresh", LiveRefresh);
takeFocusWhenDrawn();
closeMenus();
listenForShortcuts();
sendOnce();
