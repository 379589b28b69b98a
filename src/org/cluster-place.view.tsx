import { writeDay } from "../platform/day.ts";
import { type FormState, shown } from "../web/form.ts";
import {
  ActionForm,
  Actions,
  Button,
  ButtonLink,
  Card,
  DayField,
  EmptyState,
  ErrorSummary,
  type Frame,
  Page,
  TextField,
} from "../web/kit.ts";
import type { Cluster } from "./cluster.ts";
import type { EndedMember } from "./cluster-history.store.ts";

interface PlaceViewProps {
  frame: Frame;
  cluster: Cluster;
  year: number;
  place: EndedMember | null;
  state: FormState;
  formKey: string;
}

/** A follower keeps the place of a member that has ended, by a decision. */
export const PlaceView = ({ frame, cluster, year, place, state, formKey }: PlaceViewProps) => (
  <Page
    frame={frame}
    title="Giữ chỗ trong cụm sau sáp nhập"
    lead={`${cluster.name}, năm ${year}`}
    failed={Object.keys(state.errors).length > 0}
    crumbs={[
      { label: "Cụm thi đua", href: `/to-chuc/cum?nam=${year}` },
      { label: cluster.name, href: `/to-chuc/cum/${cluster.id}?nam=${year}` },
      { label: "Giữ chỗ" },
    ]}
  >
    <ErrorSummary errors={state.errors} />
    {place === null ? (
      <EmptyState title="Không có chỗ nào phải giữ">
        Đơn vị này không phải thành viên đã kết thúc của cụm trong năm, hoặc đã có đơn vị giữ chỗ.
      </EmptyState>
    ) : (
      <Card>
        <p>
          {place.name} kết thúc ngày {writeDay(place.on)}. Theo quyết định, <b>{place.toName}</b> giữ chỗ
          trong thành phần năm {year}; thành phần các năm trước không đổi.
        </p>
        <ActionForm action={`/to-chuc/cum/${cluster.id}/giu-cho?nam=${year}`} formKey={formKey} guard>
          <input type="hidden" name="year" value={`${year}`} />
          <input type="hidden" name="from" value={`${place.unit}`} />
          <input type="hidden" name="to" value={`${place.to}`} />
          <TextField {...shown(state, "symbol")} label="Số, ký hiệu quyết định" width="medium" />
          <DayField {...shown(state, "signed")} label="Ngày ký quyết định" />
          <Actions>
            <Button>Ghi đơn vị giữ chỗ</Button>
            <ButtonLink href={`/to-chuc/cum/${cluster.id}?nam=${year}`} kind="secondary">
              Thôi
            </ButtonLink>
          </Actions>
        </ActionForm>
      </Card>
    )}
  </Page>
);
