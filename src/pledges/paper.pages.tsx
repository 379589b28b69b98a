import { printDocx } from "../documents/print-docx.ts";
import { DocumentPage } from "../documents/print-html.tsx";
import { printPdf } from "../documents/print-pdf.ts";
import type { OfficialDocument } from "../documents/tree.ts";
import { type App, type Context, download, frameOf, pages, show } from "../web/http.ts";
import { ButtonLink, DocumentPreview, Page } from "../web/kit.ts";
import { attendanceOf } from "./attendance.store.ts";
import { commitmentsOf } from "./commitment.store.ts";
import { placeOfCluster } from "./place.store.ts";
import { commentsOf } from "./plan.store.ts";
import { minutesDocument, pledgeDocument } from "./pledge.document.ts";
import { historyOf } from "./pledge.store.ts";
import { type Seen, seenPledge } from "./seen.pages.tsx";
import { signaturesOf, textsOf } from "./signing.store.ts";
import { standing } from "./signing.ts";
import { tasksOf } from "./task.store.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

interface Printed {
  readonly path: string;
  readonly title: string;
  readonly side: { readonly label: string; readonly path: string };
  document(seen: Seen): Promise<OfficialDocument>;
}

const minutes: Printed = {
  path: "bien-ban",
  title: "Biên bản hội nghị cụm",
  side: { label: "Hội nghị", path: "/hoi-nghi" },
  async document({ reader, pledge, actor }) {
    const [place, attendance, comments, history, tasks] = await Promise.all([
      placeOfCluster(reader, pledge, actor.day),
      attendanceOf(reader, pledge.id),
      commentsOf(reader, pledge.id),
      historyOf(reader, pledge.id),
      tasksOf(reader, pledge.id),
    ]);
    const adopted = history.find(({ kind }) => kind === "adopted");
    const adoption = adopted?.onDay
      ? {
          inFavour: adopted.inFavour ?? 0,
          against: adopted.against ?? 0,
          abstained: adopted.abstained ?? 0,
          onDay: adopted.onDay,
        }
      : null;
    return minutesDocument({
      ...{ place, pledge, members: pledge.members, attendance, comments, adoption },
      directions: [...tasks].sort((left, right) => left.id - right.id),
    });
  },
};

const pledgePaper: Printed = {
  path: "ban-in",
  title: "Giao ước thi đua",
  side: { label: "Văn bản, cam kết", path: "/van-ban" },
  async document({ reader, pledge, actor }) {
    const [place, commitments, [text = null], signatures] = await Promise.all([
      placeOfCluster(reader, pledge, actor.day),
      commitmentsOf(reader, pledge.id),
      textsOf(reader, pledge.id),
      signaturesOf(reader, pledge.id),
    ]);
    const standingOnes = standing(signatures, text);
    const { members } = pledge;
    return pledgeDocument({ place, pledge, members, commitments, text, signatures: standingOnes });
  },
};

/** The minutes and the pledge as papers: on the page, as DOCX and as PDF. */
export function paperPages() {
  const papers = pages();
  mount(papers, minutes);
  mount(papers, pledgePaper);
  return papers;
}

function mount(app: App, paper: Printed): void {
  const address = `/giao-uoc/:id{[0-9]+}/${paper.path}`;
  app.get(address, async (c) => {
    const seen = await seenPledge(c);
    const { pledge } = seen;
    const base = `/giao-uoc/${pledge.id}`;
    return show(
      c,
      <Page
        frame={await frameOf(c)}
        title={paper.title}
        crumbs={[
          { label: "Giao ước", href: "/giao-uoc" },
          { label: `${pledge.clusterName}, năm ${pledge.year}`, href: base },
          { label: paper.side.label, href: `${base}${paper.side.path}` },
          { label: "Bản in" },
        ]}
        actions={
          <>
            <ButtonLink href={`${base}/${paper.path}.docx`} kind="secondary" download>
              Tải DOCX
            </ButtonLink>
            <ButtonLink href={`${base}/${paper.path}.pdf`} download>
              Tải PDF
            </ButtonLink>
          </>
        }
      >
        <DocumentPreview label={paper.title} draft>
          <DocumentPage document={await paper.document(seen)} />
        </DocumentPreview>
      </Page>,
    );
  });
  app.get(`${address}.pdf`, async (c) => {
    const seen = await seenPledge(c);
    const { bytes } = await printPdf(await paper.document(seen));
    return download(c, bytes, fileName(paper, seen, "pdf"), "application/pdf");
  });
  app.get(`${address}.docx`, async (c: Context) => {
    const seen = await seenPledge(c);
    return download(c, await printDocx(await paper.document(seen)), fileName(paper, seen, "docx"), DOCX);
  });
}

const fileName = (paper: Printed, { pledge }: Seen, ending: string): string =>
  `${paper.title} - ${pledge.clusterName} ${pledge.year}.${ending}`;
