import type { Child } from "hono/jsx";
import { audienceNames } from "../org/scope.ts";
import { Card, CheckAnswers, Columns, Lines, Notice, Stack } from "../web/kit.ts";
import type { Movement } from "./movement.ts";
import { MovementPage, type MovementSetting } from "./movement-frame.view.tsx";
import { type SectionKey, sectionNames, writePhase, writeRecipient, writeTarget } from "./sections.ts";
import { mayEditNow } from "./seen.pages.ts";

/** All that the launch says, section by section, each with the way to change it. */
export function ContentsView({
  setting,
  unitNames,
}: {
  setting: MovementSetting;
  unitNames: ReadonlyMap<number, string>;
}) {
  const { movement } = setting.seen;
  const edit = mayEditNow(setting.seen);
  const section = (key: SectionKey, children: Child) => (
    <Card
      id={key}
      title={sectionNames[key]}
      more={
        edit ? (
          <a href={`/phong-trao/${movement.id}/phan/${key}`}>
            Sửa<span class="unseen"> {sectionNames[key]}</span>
          </a>
        ) : undefined
      }
    >
      {children}
    </Card>
  );
  const units = (ids: readonly number[]) => ids.map((id) => unitNames.get(id) ?? "").join("; ");
  return (
    <MovementPage setting={setting} current="noi-dung">
      <Columns even>
        <Stack>
          {section(
            "muc-dich",
            <>
              <LongText label="Mục đích" words={movement.goal} />
              <LongText label="Yêu cầu" words={movement.requirements} />
            </>,
          )}
          {section(
            "noi-dung",
            <>
              <ContentTree movement={movement} />
              {movement.solutions && <LongText label="Giải pháp" words={movement.solutions} />}
            </>,
          )}
          {section(
            "chi-tieu",
            movement.targets.length === 0 ? (
              <Nothing />
            ) : (
              <Lines
                lines={movement.targets.map((target) => ({
                  main: writeTarget(target),
                  detail: lineOf(target.line),
                }))}
              />
            ),
          )}
          {section(
            "tieu-chi",
            <>
              <LongText label="Tiêu chí" words={movement.criteria} />
              <LongText label="Dự kiến khen thưởng" words={movement.expectedCommendation} />
              <LongText label="Kinh phí" words={movement.funding} />
            </>,
          )}
        </Stack>
        <Stack>
          {section(
            "ten",
            <CheckAnswers
              answers={[
                text("Tên phong trào", movement.name),
                text("Chủ đề", movement.theme),
                text("Khẩu hiệu", movement.motto),
                text("Cách gọi khác", movement.spellings.join("\n") || null),
                text("Cổng thông tin", movement.onPortal ? "Đăng khi ban hành" : "Không đăng"),
              ]}
            />,
          )}
          {section(
            "doi-tuong",
            <CheckAnswers
              answers={[
                text("Phạm vi", movement.scopeWords),
                text("Đối tượng", movement.subjects),
                text(
                  "Nhóm đơn vị",
                  movement.scope.groups.map((group) => audienceNames[group]).join("; ") || "Tất cả",
                ),
                ...(movement.scope.named.length > 0
                  ? [text("Thêm đơn vị", units(movement.scope.named))]
                  : []),
                ...(movement.scope.excluded.length > 0
                  ? [text("Trừ đơn vị", units(movement.scope.excluded))]
                  : []),
              ]}
            />,
          )}
          {section(
            "dot",
            movement.phases.length === 0 ? (
              <Nothing />
            ) : (
              <Lines
                lines={movement.phases.map((phase) => ({
                  main: writePhase(phase),
                  detail: lineOf(phase.line),
                }))}
              />
            ),
          )}
          {section(
            "can-cu",
            <>
              <LongText
                label="Căn cứ"
                words={movement.grounds.map((ground) => ground.words).join("\n") || null}
              />
              <LongText
                label="Dịp chào mừng"
                words={movement.occasions.map((occasion) => occasion.words).join("\n") || null}
              />
              <LongText label="Nơi nhận" words={movement.recipients.map(writeRecipient).join("\n") || null} />
            </>,
          )}
          {movement.duties.length > 0 && (
            <Card title="Trách nhiệm thực hiện" flush>
              <Lines
                lines={movement.duties.map((duty) => ({
                  main: <b>{duty.who}</b>,
                  detail: `${duty.what}${duty.line === null ? "" : ` (dòng ${duty.line})`}`,
                }))}
              />
            </Card>
          )}
        </Stack>
      </Columns>
      {setting.seen.drafts && !edit && movement.state !== "closed" && (
        <Notice
          tone="info"
          title="Nội dung đang trình ký nên không sửa được; muốn sửa, hãy trả lại để soạn tiếp."
        />
      )}
    </MovementPage>
  );
}

const Nothing = () => <p class="soft">Chưa có.</p>;

const lineOf = (line: number | null) => (line === null ? undefined : `dòng ${line} của văn bản`);

const text = (label: string, words: string | null) => ({
  label,
  value:
    words === null || words === "" ? (
      <span class="soft">Chưa có</span>
    ) : (
      words.split("\n").map((line) => <p>{line}</p>)
    ),
});

/** A text that may run over many lines, under its own heading. */
const LongText = ({ label, words }: { label: string; words: string | null }) => (
  <>
    <h3>{label}</h3>
    {words ? words.split("\n").map((line) => <p>{line}</p>) : <Nothing />}
  </>
);

interface Branch {
  readonly content: Movement["contents"][number];
  readonly inside: Branch[];
}

/** The outline as nested lists, with who answers for each. */
function ContentTree({ movement }: { movement: Movement }) {
  if (movement.contents.length === 0) return <Nothing />;
  return <BranchList branches={branchesOf(movement.contents)} />;
}

const BranchList = ({ branches }: { branches: readonly Branch[] }) => (
  <ul class="outline">
    {branches.map(({ content, inside }) => (
      <li>
        {content.label && <b>{content.label} </b>}
        {content.heading}
        {content.responsible && <small> {content.responsible}</small>}
        {inside.length > 0 && <BranchList branches={inside} />}
      </li>
    ))}
  </ul>
);

function branchesOf(contents: Movement["contents"]): Branch[] {
  const top: Branch[] = [];
  const open: Branch[] = [];
  for (const content of contents) {
    while ((open.at(-1)?.content.level ?? 0) >= content.level) open.pop();
    const branch = { content, inside: [] };
    (open.at(-1)?.inside ?? top).push(branch);
    open.push(branch);
  }
  return top;
}
