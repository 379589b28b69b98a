/** Elements of forms and lists: all pages have them but the ballot, whose own script is the larger one. */
import { AutoSave } from "./auto-save.ts";
import { BulkSelect } from "./bulk-select.ts";
import { ComboBox } from "./combo-box.ts";
import { CopyText } from "./copy-text.ts";
import { DayInput } from "./day-input.ts";
import { ScoreGrid } from "./score-grid.ts";
import { UploadField } from "./upload-field.ts";

customElements.define("auto-save", AutoSave);
customElements.define("bulk-select", BulkSelect);
customElements.define("combo-box", ComboBox);
customElements.define("copy-text", CopyText);
customElements.define("day-input", DayInput);
customElements.define("score-grid", ScoreGrid);
customElements.define("upload-field", UploadField);
