import type { Actor } from "../platform/actor.ts";
import { isRefusal } from "../platform/refusal.ts";
import {
  actorOf,
  type Context,
  formOf,
  frameOf,
  newKey,
  pages,
  readerOf,
  seeOther,
  show,
} from "../web/http.ts";
import { Card, FinalStep, Lines, Page, Stack } from "../web/kit.ts";
import { sectorBasis } from "./chain.ts";
import { acceptRegistration } from "./registration.acts.ts";
import { mayReceive, maySee, type SeenRegistration } from "./registration.may.ts";
import { findRegistration } from "./registration.store.ts";
import { stateNames } from "./registration.ts";

const MOST = 50;

/** Several registrations taken in at once: first what it will touch, then each by itself. */
export function acceptingPages() {
  const accepting = pages();

  accepting.get("/dang-ky/tiep-nhan", async (c) => {
    const chosen = await chosenIn(c, c.req.queries("chon") ?? []);
    if (chosen.length === 0)
      return seeOther(c, "/dang-ky", { tone: "info", title: "Hãy đánh dấu các đăng ký cần tiếp nhận" });
    const actor = actorOf(c);
    const ready = chosen.filter((one) => isReady(actor, one));
    const left = chosen.filter((one) => !isReady(actor, one));
    return show(
      c,
      <Page
        frame={await frameOf(c)}
        title={`Tiếp nhận ${ready.length} đăng ký`}
        crumbs={[{ label: "Đăng ký", href: "/dang-ky" }, { label: "Tiếp nhận nhiều đăng ký" }]}
      >
        <Stack>
          {left.length > 0 && <LeftCard left={left} />}
          {ready.length > 0 && <AcceptStep ready={ready} />}
        </Stack>
      </Page>,
    );
  });

  accepting.post("/dang-ky/tiep-nhan", async (c) => {
    const form = await formOf(c);
    const actor = actorOf(c);
    let accepted = 0;
    const refused: string[] = [];
    for (const [name, value] of form) {
      const id = /^dang-ky\.(\d{1,15})$/.exec(name)?.[1];
      if (!id) continue;
      const version = Number(value);
      const one = { ...actor, key: actor.key === null ? null : `${actor.key}-${id}` };
      const outcome = await acceptRegistration(one, { registrationId: Number(id), version, remarks: null });
      if (isRefusal(outcome)) refused.push(outcome.sentence);
      else accepted += 1;
    }
    const title = `Đã tiếp nhận ${accepted} đăng ký`;
    return refused.length === 0
      ? seeOther(c, "/dang-ky", { title })
      : seeOther(c, "/dang-ky", {
          tone: "watch",
          title: `${title}; ${refused.length} đăng ký chưa tiếp nhận được: ${refused[0]}`,
        });
  });

  return accepting;
}

const isReady = (actor: Actor, registration: SeenRegistration): boolean =>
  registration.state === "submitted" && !isRefusal(mayReceive(actor, registration));

/** Those of the chosen ids that this person sees. */
async function chosenIn(c: Context, ids: readonly string[]): Promise<SeenRegistration[]> {
  const actor = actorOf(c);
  const numbers = [...new Set(ids)].filter((id) => /^[1-9]\d{0,14}$/.test(id)).slice(0, MOST);
  const found = await Promise.all(numbers.map((id) => findRegistration(readerOf(c), Number(id), actor.day)));
  return found.filter((one) => one !== null).filter((one) => !isRefusal(maySee(actor, one)));
}

const LeftCard = ({ left }: { left: readonly SeenRegistration[] }) => (
  <Card title="Không tiếp nhận trong lần này" flush>
    <Lines lines={left.map((one) => ({ main: one.unitName, end: stateNames[one.state] }))} />
  </Card>
);

const AcceptStep = ({ ready }: { ready: readonly SeenRegistration[] }) => (
  <FinalStep
    action="/dang-ky/tiep-nhan"
    formKey={newKey()}
    effects={[
      "Từng đăng ký được ghi là đã tiếp nhận và đơn vị được báo ngay.",
      "Đăng ký nào vừa thay đổi ở nơi khác thì được giữ lại để xem lại.",
    ]}
    touched={{
      label: `${ready.length} đăng ký`,
      names: ready.map((one) => `${one.unitName} (${one.late ? "gửi muộn" : "đúng hạn"})`),
    }}
    basis={[...new Set(ready.map(({ year }) => sectorBasis(year)))].map((label) => ({ label }))}
    afterwards="Sau khi tiếp nhận, đơn vị không rút được nữa; Thường trực vẫn có thể trả lại từng đăng ký."
    verb={`Tiếp nhận ${ready.length} đăng ký`}
    backHref="/dang-ky"
  >
    {ready.map((one) => (
      <input type="hidden" name={`dang-ky.${one.id}`} value={one.version} />
    ))}
  </FinalStep>
);
