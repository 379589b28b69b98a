import { printDocx } from "../documents/print-docx.ts";
import { DocumentPage } from "../documents/print-html.tsx";
import { printPdf } from "../documents/print-pdf.ts";
import { type SheetColumn, writeCsv, writeXlsx } from "../documents/spreadsheet.ts";
import { findUnit } from "../org/unit.store.ts";
import { findFile } from "../platform/files.store.ts";
import { readKept } from "../platform/files.ts";
import {
  type Context,
  download,
  found,
  frameOf,
  idOf,
  NotFound,
  pages,
  readerOf,
  show,
} from "../web/http.ts";
import { ButtonLink, DocumentPreview, Page } from "../web/kit.ts";
import { standingNames, writeParentItem } from "./coverage.ts";
import { headOffices, usualSymbol } from "./movement.document.ts";
import { launchPaperOf, writeSymbol } from "./movement.ts";
import { paperFactsOf } from "./paper-facts.store.ts";
import { paperInWords, unitPlanDocument } from "./unit-plan.document.ts";
import { crumbsOf } from "./unit-plan.view.tsx";
import { CoveragePage, coverageRows } from "./unit-plan-coverage.view.tsx";
import { planPapersOf } from "./unit-plan-paper.store.ts";
import { parentIn, pathOf, type SeenPlan, seenPlan } from "./unit-plan-seen.pages.ts";
import { kindNames } from "./unit-plan-tags.view.tsx";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const PLAN = "/ke-hoach-don-vi/:id{[0-9]+}";
const PARENT = `${PLAN}/phong-trao/:movement{[0-9]+}`;

/** The plan on paper, its scans, and its coverage as a table. */
export function unitPlanPaperPages() {
  const papers = pages();

  papers.get(`${PLAN}/ban-in`, async (c) => {
    const { seen, document } = await printed(c);
    const files = `${pathOf(seen.plan)}/ban-in`;
    return show(
      c,
      <Page
        frame={await frameOf(c)}
        title="Bản in kế hoạch"
        crumbs={crumbsOf(seen, "Bản in")}
        lead={
          seen.plan.issue ? "Theo bản đã ban hành." : "Bản để trình ký; ký xong thì ghi số, ngày, người ký."
        }
        actions={
          <>
            <ButtonLink href={`${files}.docx`} kind="secondary" download>
              Tải DOCX
            </ButtonLink>
            <ButtonLink href={`${files}.pdf`} download>
              Tải PDF
            </ButtonLink>
          </>
        }
      >
        <DocumentPreview label="Kế hoạch của đơn vị" draft={seen.plan.issue === null}>
          <DocumentPage document={document} />
        </DocumentPreview>
      </Page>,
    );
  });

  papers.get(`${PLAN}/ban-in.pdf`, async (c) => {
    const { seen, document } = await printed(c);
    const { bytes } = await printPdf(document);
    return download(c, bytes, `${fileName(seen)}.pdf`, "application/pdf");
  });

  papers.get(`${PLAN}/ban-in.docx`, async (c) => {
    const { seen, document } = await printed(c);
    return download(c, await printDocx(document), `${fileName(seen)}.docx`, DOCX);
  });

  papers.get(`${PLAN}/ban-quet/:paper{[0-9]+}`, async (c) => {
    const seen = await seenPlan(c);
    const paper = found(
      (await planPapersOf(readerOf(c), seen.plan.id)).find(({ id }) => id === idOf(c, "paper")),
    );
    return download(c, await readKept(paper.file), paper.fileName, paper.mediaType);
  });

  papers.get(`${PLAN}/tep`, async (c) => {
    const { plan } = await seenPlan(c);
    if (plan.file === null) throw new NotFound();
    const file = found(await findFile(readerOf(c), plan.file));
    return download(c, await readKept(plan.file), plan.fileName ?? "ke-hoach", file.mediaType);
  });

  papers.get(`${PARENT}/doi-chieu`, async (c) => {
    const seen = await seenPlan(c);
    const beside = parentIn(c, seen);
    return show(
      c,
      <CoveragePage frame={await frameOf(c)} {...{ seen, beside }} asked={c.req.query("tinh-trang")} />,
    );
  });

  papers.get(`${PARENT}/doi-chieu.xlsx`, async (c) => {
    const { seen, rows } = await coverageSheet(c);
    return download(c, await writeXlsx(columns, rows), `Đối chiếu - ${seen.plan.unitName}.xlsx`, XLSX);
  });

  papers.get(`${PARENT}/doi-chieu.csv`, async (c) => {
    const { seen, rows } = await coverageSheet(c);
    return download(c, await writeCsv(columns, rows), `Đối chiếu - ${seen.plan.unitName}.csv`, "text/csv");
  });

  return papers;
}

const fileName = ({ plan }: SeenPlan): string => `Kế hoạch thi đua ${plan.year} - ${plan.unitName}`;

async function printed(c: Context) {
  const seen = await seenPlan(c);
  const { plan, content, actor } = seen;
  const [facts, unit] = await Promise.all([
    paperFactsOf(readerOf(c), plan.unit, actor.day),
    findUnit(readerOf(c), plan.unit, actor.day),
  ]);
  const document = unitPlanDocument(content, {
    ...facts,
    unitName: plan.unitName,
    headOffice: (unit && headOffices[unit.kind]) ?? "THỦ TRƯỞNG ĐƠN VỊ",
    symbol: usualSymbol(facts.code, "KH"),
    issue: plan.issue,
    launches: seen.parents.map(({ parent, side }) => {
      const paper = side && launchPaperOf(side.movement);
      return {
        name: parent.movementName,
        launcherName: parent.receiverName,
        paper: paperInWords(paper ? writeSymbol(paper) : null, paper?.issuedOn ?? null),
      };
    }),
  });
  return { seen, document };
}

const columns: readonly SheetColumn[] = [
  { title: "Loại", width: 12, kind: "text" },
  { title: "Cấp trên nêu", width: 60, kind: "text" },
  { title: "Kế hoạch của đơn vị", width: 60, kind: "text" },
  { title: "Đối chiếu", width: 22, kind: "text" },
  { title: "Ghi chú", width: 50, kind: "text" },
];

async function coverageSheet(c: Context) {
  const seen = await seenPlan(c);
  const rows = coverageRows(seen, parentIn(c, seen), c.req.query("tinh-trang")).map(({ line, own }) => [
    kindNames[line.parent.kind],
    writeParentItem(line.parent),
    own ?? "",
    standingNames[line.standing],
    line.note ?? "",
  ]);
  return { seen, rows };
}
