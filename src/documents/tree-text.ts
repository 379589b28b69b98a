import {
  type Annex,
  addresseeLines,
  type Block,
  COUNTRY,
  closedBody,
  groundLines,
  MOTTO,
  numberLine,
  type OfficialDocument,
  officeLines,
  placeAndDay,
  type Run,
  recipientLines,
  type Signature,
  subjectLine,
} from "./tree.ts";

/** The document as plain text, a line for a line of meaning: for tests, search and comparing versions. */
export function toText(document: OfficialDocument): string {
  const { letterhead, title, recipients } = document;
  const lines = [
    document.draft,
    letterhead.superior,
    letterhead.issuer,
    COUNTRY,
    MOTTO,
    numberLine(letterhead),
    placeAndDay(letterhead),
    subjectLine(document),
    title.kind === "named" ? title.name : null,
    title.kind === "named" ? title.abstract : null,
    ...addresseeText(document.addressees),
    document.decider,
    ...groundLines(document.grounds),
    document.verb,
    ...closedBody(document.body).flatMap(blockText),
    ...document.signatures.flatMap(signatureText),
    ...(recipients === null ? [] : ["Nơi nhận:", ...recipientLines(recipients)]),
    ...document.annexes.flatMap((annex) => annexText(annex, document)),
  ];
  return lines.filter((line) => line !== null).join("\n");
}

const addresseeText = (addressees: readonly string[]): readonly string[] => {
  const lines = addresseeLines(addressees);
  return lines.length === 1 ? [`Kính gửi: ${lines[0]}`] : lines.length === 0 ? [] : ["Kính gửi:", ...lines];
};

const runText = (runs: readonly Run[]): string => runs.map((run) => run.text).join("");

function blockText(block: Block): readonly string[] {
  switch (block.kind) {
    case "paragraph":
      return [runText(block.runs)];
    case "article":
      return [`Điều ${block.number}. ${runText(block.runs)}`];
    case "part":
      return [block.label, block.title];
    case "heading":
      return [`${block.number} ${block.title}`];
    case "list":
      return block.items.map((item) => `${block.marker} ${runText(item)}`);
    case "table": {
      const rows = [...block.head, ...block.rows].map((row) =>
        row.map((cell) => runText(cell.runs)).join("\t"),
      );
      return block.caption === null ? rows : [block.caption, ...rows];
    }
  }
}

const signatureText = (signature: Signature): readonly string[] => [
  ...officeLines(signature),
  ...(signature.signed ? ["(Đã ký)"] : []),
  ...(signature.name === null ? [] : [signature.name]),
];

const annexText = (annex: Annex, { letterhead }: OfficialDocument): readonly (string | null)[] => [
  ...(annex.letterhead ? [letterhead.issuer, COUNTRY, MOTTO] : []),
  annex.label,
  annex.name,
  annex.abstract,
  annex.reference,
  ...(annex.closed ? closedBody(annex.body) : annex.body).flatMap(blockText),
  ...annex.signatures.flatMap(signatureText),
];
