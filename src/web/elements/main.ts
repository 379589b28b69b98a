/** Everything that runs in the browser. Each piece wraps HTML that works without it. */
import "@hotwired/turbo";
import { AutoSave } from "./auto-save.ts";
import { BulkSelect } from "./bulk-select.ts";
import { ComboBox } from "./combo-box.ts";
import { DayInput } from "./day-input.ts";
import { DirtyGuard } from "./dirty-guard.ts";
import { takeFocusWhenDrawn } from "./focus-errors.ts";
import { LiveRefresh } from "./live-refresh.ts";
import { LiveRegion } from "./live-region.ts";
import { closeMenus } from "./menus.ts";
import { ScoreGrid } from "./score-grid.ts";
import { sendOnce } from "./send-once.ts";
import { listenForShortcuts } from "./shortcuts.ts";
import { UploadField } from "./upload-field.ts";

customElements.define("live-region", LiveRegion);
customElements.define("auto-save", AutoSave);
customElements.define("bulk-select", BulkSelect);
customElements.define("combo-box", ComboBox);
customElements.define("day-input", DayInput);
customElements.define("dirty-guard", DirtyGuard);
customElements.define("live-refresh", LiveRefresh);
customElements.define("score-grid", ScoreGrid);
customElements.define("upload-field", UploadField);
takeFocusWhenDrawn();
closeMenus();
listenForShortcuts();
sendOnce();
