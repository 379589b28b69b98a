import { DocumentPage } from "../documents/print-html.tsx";
import type { OfficialDocument } from "../documents/tree.ts";
import { writeDay } from "../platform/day.ts";
import type { FormState } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  CheckboxesField,
  Columns,
  DocumentPreview,
  EmptyState,
  ErrorSummary,
  Evidence,
  InstantText,
  Stack,
  Upload,
} from "../web/kit.ts";
import { writeSymbol } from "./movement.ts";
import { MovementPage, type MovementSetting } from "./movement-frame.view.tsx";
import { documentNames } from "./proposal.ts";
import type { Service } from "./service.store.ts";

interface PapersProps {
  setting: MovementSetting;
  /** The launch paper as it is written here. */
  document: OfficialDocument;
  services: readonly Service[];
  mayServe: boolean;
  state: FormState;
  formKey: string;
  attachKey: string;
}

/** The papers of a launch: what was brought in or signed, the paper written here, and who is served. */
export function PapersView(props: PapersProps) {
  const { setting, state } = props;
  const { movement, ofLauncher } = setting.seen;
  const at = `/phong-trao/${movement.id}`;
  const numbered = movement.documents.some((paper) => paper.number !== null);
  return (
    <MovementPage setting={setting} current="van-ban" failed={Object.keys(state.errors).length > 0}>
      <Stack>
        <ErrorSummary errors={state.errors} />
        <Columns>
          <Card title="Văn bản của phong trào" flush={movement.documents.length > 0}>
            {movement.documents.length === 0 ? (
              <EmptyState title="Chưa có văn bản nào">
                Dự thảo quyết định và kế hoạch có ở bên dưới; văn bản đã ký được đính kèm sau khi ký.
              </EmptyState>
            ) : (
              <div class="card-body">
                <Evidence
                  label="Văn bản của phong trào"
                  items={movement.documents.map((paper) => ({
                    label: [documentNames[paper.kind] ?? "Văn bản", writeSymbol(paper) ?? ""]
                      .join(" ")
                      .trim(),
                    href: paper.file ? `${at}/van-ban/${paper.id}/tep` : undefined,
                    detail: [
                      paper.issuedOn ? `ngày ${writeDay(paper.issuedOn)}` : "",
                      paper.title ?? "",
                      paper.fileName ?? "",
                    ]
                      .filter((part) => part !== "")
                      .join(" · "),
                  }))}
                />
              </div>
            )}
          </Card>
          <Stack>
            {ofLauncher && props.services.length > 0 && <ServiceCard {...props} />}
            {props.mayServe && (
              <Card title="Đính kèm bản đã ký">
                <ActionForm action={`${at}/van-ban`} formKey={props.attachKey} files>
                  <Upload
                    {...{ name: "file", error: state.errors.file }}
                    label="Tệp quét bản đã ký, đóng dấu"
                    hint="PDF hoặc ảnh, không quá 20 MB"
                  />
                  <Button kind="secondary">Đính kèm</Button>
                </ActionForm>
              </Card>
            )}
          </Stack>
        </Columns>
        <Actions>
          <ButtonLink href={`${at}/van-ban/quyet-dinh.docx`} kind="secondary" download>
            Tải quyết định và kế hoạch (DOCX)
          </ButtonLink>
          <ButtonLink href={`${at}/van-ban/quyet-dinh.pdf`} kind="secondary" download>
            Tải quyết định và kế hoạch (PDF)
          </ButtonLink>
          <ButtonLink href={`${at}/van-ban/ke-hoach.docx`} kind="quiet" download>
            Chỉ kế hoạch (DOCX)
          </ButtonLink>
          <ButtonLink href={`${at}/van-ban/ke-hoach.pdf`} kind="quiet" download>
            Chỉ kế hoạch (PDF)
          </ButtonLink>
        </Actions>
        <DocumentPreview label={`Quyết định ban hành ${movement.name}`} draft={!numbered}>
          <DocumentPage document={props.document} />
        </DocumentPreview>
      </Stack>
    </MovementPage>
  );
}

function ServiceCard({ setting, services, mayServe, formKey, state }: PapersProps) {
  const { movement } = setting.seen;
  const waiting = services.filter((service) => service.servedAt === null);
  const served = services.filter((service) => service.servedAt !== null);
  const name = (service: Service) =>
    service.purpose ? `${service.name} (${service.purpose})` : service.name;
  return (
    <Card title="Gửi nơi nhận" lead={`${served.length}/${services.length} nơi nhận đã gửi`}>
      {mayServe && waiting.length > 0 && (
        <ActionForm action={`/phong-trao/${movement.id}/noi-nhan`} formKey={formKey}>
          <CheckboxesField
            name="positions"
            label="Nơi nhận chưa gửi"
            error={state.errors.positions}
            choices={waiting.map((service) => ({ value: `${service.position}`, label: name(service) }))}
          />
          <Button kind="secondary">Ghi nhận đã gửi</Button>
        </ActionForm>
      )}
      {!mayServe && waiting.length > 0 && <p class="soft">Chưa gửi: {waiting.map(name).join("; ")}</p>}
      {served.length > 0 && (
        <ul>
          {served.map((service) => (
            <li>
              {name(service)}
              <small class="soft">
                {" "}
                {service.servedBy} gửi {service.servedAt && <InstantText at={service.servedAt} />}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
