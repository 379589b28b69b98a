import type { Child } from "hono/jsx";
import { expect, test } from "vitest";
import { day } from "../platform/day.ts";
import { datedDeadline, undatedDeadline } from "../platform/deadline.ts";
import {
  ActionForm,
  Bars,
  Checkbox,
  ClosedAction,
  DayField,
  DeadlineTag,
  ErrorSummary,
  FinalStep,
  Picker,
  Progress,
  RadioField,
  SelectField,
  Steps,
  Tag,
  TextArea,
  TextField,
  Timeline,
  Upload,
  Verdict,
  writeBytes,
} from "./kit.ts";

const html = (drawn: Child): string => String(drawn);
const now = new Date("2021-06-21T03:42:00Z");

test("a field ties its label, hint and error to its control", () => {
  expect(
    html(
      <TextField name="reason" label="Lý do" hint="Viết ngắn" error="Hãy nêu lý do." value={'a "b" <c>'} />,
    ),
  ).toBe(
    '<div class="field field-wrong"><label for="o-reason">Lý do</label>' +
      '<p class="hint" id="o-reason-goi-y">Viết ngắn</p>' +
      '<p class="field-error" id="o-reason-loi"><span class="unseen">Lỗi: </span>Hãy nêu lý do.</p>' +
      '<input id="o-reason" name="reason" aria-describedby="o-reason-goi-y o-reason-loi" aria-invalid="true" ' +
      'aria-required="true" class="input input-full" type="text" value="a &quot;b&quot; &lt;c&gt;"/></div>',
  );
});

test("an optional field says so and is not announced as required", () => {
  expect(html(<TextField name="alias" label="Tên khác" optional />)).toBe(
    '<div class="field"><label for="o-alias">Tên khác<span class="optional"> (không bắt buộc)</span></label>' +
      '<input id="o-alias" name="alias" class="input input-full" type="text" value=""/></div>',
  );
});

test("a password never comes back", () => {
  expect(html(<TextField name="password" label="Mật khẩu" type="password" value="bí mật" />)).toBe(
    '<div class="field"><label for="o-password">Mật khẩu</label>' +
      '<input id="o-password" name="password" aria-required="true" class="input input-full" type="password"/></div>',
  );
});

test("a text area keeps the line break that begins its text", () => {
  expect(html(<TextArea name="note" label="Ghi chú" value={"\nhai dòng"} />)).toBe(
    '<div class="field"><label for="o-note">Ghi chú</label>' +
      '<textarea id="o-note" name="note" aria-required="true" class="input input-full" rows="4">\n\nhai dòng</textarea></div>',
  );
});

test("a day is typed as text, with its example", () => {
  expect(html(<DayField name="closing" label="Hạn" value="30/02/2021" />)).toBe(
    '<div class="field"><label for="o-closing">Hạn</label>' +
      '<p class="hint" id="o-closing-goi-y">Ví dụ 01/3/2021</p><day-input label="Hạn">' +
      '<input id="o-closing" name="closing" aria-describedby="o-closing-goi-y" aria-required="true" ' +
      'class="input input-day" type="text" inputmode="numeric" value="30/02/2021" placeholder="dd/mm/yyyy" ' +
      'maxlength="12" autocomplete="off"/></day-input></div>',
  );
});

test("radios stand in a named group; a closed choice gives its reason", () => {
  const choices = [
    { value: "a", label: "Trên màn hình" },
    { value: "b", label: "Ký số", closed: "Chưa đăng ký chữ ký số." },
  ];
  expect(html(<RadioField name="way" label="Cách gửi" value="a" choices={choices} />)).toBe(
    '<fieldset class="field field-group"><legend>Cách gửi</legend><div class="choices">' +
      '<div class="choice"><label class="choice-label" for="o-way">' +
      '<input id="o-way" type="radio" name="way" value="a" checked=""/><span>Trên màn hình</span></label></div>' +
      '<div class="choice"><label class="choice-label choice-closed" for="o-way-2">' +
      '<input id="o-way-2" type="radio" name="way" value="b" disabled="" aria-describedby="o-way-2-chu-thich"/>' +
      '<span>Ký số</span></label><p class="choice-note" id="o-way-2-chu-thich">Chưa đăng ký chữ ký số.</p></div>' +
      "</div></fieldset>",
  );
});

test("a list names its first line and marks what is chosen", () => {
  const choices = [
    { value: "a", label: "Thường xuyên" },
    { value: "b", label: "Theo đợt" },
  ];
  expect(html(<SelectField name="kind" label="Loại" value="b" choices={choices} />)).toBe(
    '<div class="field"><label for="o-kind">Loại</label>' +
      '<select id="o-kind" name="kind" aria-required="true" class="input input-select">' +
      '<option value="">Chọn…</option><option value="a">Thường xuyên</option>' +
      '<option value="b" selected="">Theo đợt</option></select></div>',
  );
});

test("one box carries its own error", () => {
  expect(html(<Checkbox name="agree" label="Đã đối chiếu" error="Hãy đối chiếu trước." />)).toBe(
    '<div class="field field-wrong"><p class="field-error" id="o-agree-loi"><span class="unseen">Lỗi: </span>' +
      'Hãy đối chiếu trước.</p><div class="choice"><label class="choice-label" for="o-agree">' +
      '<input id="o-agree" type="checkbox" name="agree" value="co" aria-describedby="o-agree-loi" ' +
      'aria-invalid="true"/><span>Đã đối chiếu</span></label></div></div>',
  );
});

test("the summary of errors takes focus and leads to each field; the form's own error has no link", () => {
  expect(
    html(<ErrorSummary errors={{ "": "Người khác vừa sửa.", "lines.0.title": "Mục này chưa điền." }} />),
  ).toBe(
    '<div class="error-summary" role="alert" aria-labelledby="tong-hop-loi" tabindex="-1" autofocus="" ' +
      'data-takes-focus=""><h2 id="tong-hop-loi">' +
      '<svg class="icon icon-unmet" width="20" height="20" viewBox="0 0 18 18" aria-hidden="true" focusable="false">' +
      '<circle class="icon-ground" cx="9" cy="9" r="8.2"></circle>' +
      '<path class="icon-sign" d="M6 6l6 6M12 6l-6 6" fill="none" stroke-width="2"></path></svg> ' +
      "Chưa lưu được: còn 2 chỗ phải sửa</h2><ul><li>Người khác vừa sửa.</li>" +
      '<li><a href="#o-lines-0-title">Mục này chưa điền.</a></li></ul>' +
      '<p class="hint">Mọi điều bạn đã nhập vẫn còn nguyên bên dưới.</p></div>',
  );
  expect(html(<ErrorSummary errors={{}} />)).toBe("");
});

test("a picker works as a plain field and offers namesakes", () => {
  const namesakes = [{ id: "12", label: "Nguyễn Văn An", detail: "sinh năm 1984" }];
  expect(
    html(
      <Picker name="person" label="Người" searchAddress="/tim" text="Nguyễn Văn An" namesakes={namesakes} />,
    ),
  ).toBe(
    '<div class="picker"><div class="field"><label for="o-person">Người</label><combo-box src="/tim">' +
      '<input id="o-person" name="person.text" aria-required="true" class="input input-full" type="text" ' +
      'value="Nguyễn Văn An" autocomplete="off"/><input type="hidden" name="person.id" value=""/>' +
      '<input type="hidden" name="person.label" value=""/><p class="picked-detail"></p></combo-box></div>' +
      '<fieldset class="field field-group"><legend>Có 1 kết quả, hãy chọn một</legend><div class="choices">' +
      '<div class="choice"><label class="choice-label" for="o-person-choice-1">' +
      '<input id="o-person-choice-1" type="radio" name="person.choice" value="12"/>' +
      "<span>Nguyễn Văn An<small>sinh năm 1984</small></span></label></div></div></fieldset></div>",
  );
});

test("kept files go with the form while ticked", () => {
  expect(
    html(<Upload name="scan" label="Bản ký" kept={[{ id: "f1", name: "a.pdf", bytes: 2048 }]} />),
  ).toContain('<input id="o-scan-kept-f1" type="checkbox" name="scan-kept" value="f1" checked=""/>');
  expect([writeBytes(12), writeBytes(2048), writeBytes(3_565_158)]).toEqual(["12 byte", "2 kB", "3,4 MB"]);
});

test("an action form carries its key; a draft says when it was saved", () => {
  expect(
    html(
      <ActionForm action="/gui" formKey="k1" draftAddress="/gui/nhap" savedAt="10:42">
        x
      </ActionForm>,
    ),
  ).toBe(
    '<auto-save src="/gui/nhap"><form class="form" method="post" action="/gui" novalidate="">' +
      '<input type="hidden" name="key" value="k1"/>x</form>' +
      '<p class="save-state" role="status">Đã lưu 10:42</p></auto-save>',
  );
});

test("a closed action can be reached and gives its reason", () => {
  expect(html(<ClosedAction id="a" label="Ban hành" reason="Còn 1 điểm phải xử lý." />)).toBe(
    '<span class="closed-action"><button class="button button-primary" type="button" aria-disabled="true" ' +
      'aria-describedby="a-ly-do">Ban hành</button><span class="closed-reason" id="a-ly-do">' +
      "Còn 1 điểm phải xử lý.</span></span>",
  );
});

test("days left: late, last day, near, far, and days that are none", () => {
  const of = (text: string, inclusive = true) => datedDeadline("x", day(text), inclusive);
  const tone = (drawn: string) => /class="tag tag-(\w+)"/.exec(drawn)?.[1];
  const words = (drawn: string) => drawn.replace(/<[^>]*>/g, "");
  const drawn = [
    of("2021-06-20"),
    of("2021-06-21"),
    of("2021-06-24"),
    of("2021-06-25"),
    of("2021-06-22", false),
    undatedDeadline("trước ngày 30/02/2021", "impossible"),
    undatedDeadline("cùng với tổng kết", "event-bound"),
  ].map((deadline) => html(<DeadlineTag deadline={deadline} at={now} />));
  expect(drawn.map((one) => [tone(one), words(one)])).toEqual([
    ["bad", "Quá hạn 1 ngày"],
    ["watch", "Hôm nay là hạn cuối"],
    ["watch", "Còn 3 ngày"],
    ["plain", "Còn 4 ngày"],
    ["watch", "Hôm nay là hạn cuối"],
    ["bad", "Ngày không có thật"],
    ["plain", "Chưa định ngày"],
  ]);
});

test("a tag of state carries a sign besides its colour", () => {
  expect(html(<Tag tone="good">Đã nhận</Tag>)).toContain('<svg class="icon icon-met"');
  expect(html(<Tag>Bản nháp</Tag>)).toBe('<span class="tag tag-plain">Bản nháp</span>');
});

test("a verdict says each state in words, with fact, article and what was not checked", () => {
  const drawn = html(
    <Verdict
      label="Điều kiện"
      findings={[
        { state: "unknown", words: "Ba lần liên tục", fact: "Có 2022, 2023", basis: { label: "Điều 22" } },
        { state: "met", words: "Không bị kỷ luật", basis: { label: "Điều 5", href: "/l" }, unverified: true },
        { state: "unmet", words: "Có kết quả", evidence: { label: "Bổ sung…", href: "/b" } },
      ]}
    />,
  ).replace(/<svg.*?<\/svg>/g, "");
  expect(drawn).toBe(
    '<ul class="verdict" aria-label="Điều kiện">' +
      '<li class="finding finding-unknown"><div><p class="finding-words">Ba lần liên tục</p>' +
      '<p class="finding-state">Chưa có minh chứng</p><p class="finding-why">Có 2022, 2023 · Điều 22</p></div></li>' +
      '<li class="finding finding-met"><div><p class="finding-words"><span class="unseen">Đạt: </span>' +
      'Không bị kỷ luật</p><p class="finding-why"><a href="/l">Điều 5</a> · chưa đối chiếu văn bản</p></div></li>' +
      '<li class="finding finding-unmet"><div><p class="finding-words"><span class="unseen">Chưa đạt: </span>' +
      'Có kết quả</p><p><a href="/b">Bổ sung…</a></p></div></li></ul>',
  );
});

test("steps say where one stands", () => {
  expect(
    html(
      <Steps
        label="Các bước"
        steps={[
          { label: "Trình ký", state: "current" },
          { label: "Ban hành", state: "waiting" },
        ]}
      />,
    ),
  ).toBe(
    '<ol class="steps" aria-label="Các bước"><li class="step step-current" aria-current="step">' +
      '<span class="step-sign" aria-hidden="true"></span><span class="step-words">' +
      '<span class="unseen">Đang ở đây: </span><span class="step-label">Trình ký</span></span></li>' +
      '<li class="step step-waiting"><span class="step-sign" aria-hidden="true"></span><span class="step-words">' +
      '<span class="unseen">Chưa đến: </span><span class="step-label">Ban hành</span></span></li></ol>',
  );
});

test("history names both who acted and for whom", () => {
  expect(
    html(
      <Timeline
        label="Nhật ký"
        entries={[
          { at: now, who: "Lê Minh", onBehalfOf: "Trần Quyên", what: "trả lại", why: "thiếu chữ ký" },
        ]}
      />,
    ),
  ).toBe(
    '<ol class="timeline" aria-label="Nhật ký"><li><p><b>Lê Minh</b><span class="soft"> (thay mặt Trần Quyên)</span> ' +
      'trả lại</p><p class="timeline-why">Lý do: thiếu chữ ký</p><p class="small soft">' +
      '<time class="day" datetime="2021-06-21T03:42:00.000Z">10:42 21/06/2021</time></p></li></ol>',
  );
});

test("a bar is labelled with its numbers", () => {
  expect(html(<Bars label="Đã gửi" bars={[{ label: "Cụm I", value: 8, of: 9 }]} />)).toBe(
    '<ul class="bars" aria-label="Đã gửi"><li><span class="bar-words"><span>Cụm I</span><b>8/9</b></span>' +
      '<progress class="bar bar-action" value="8" max="9" aria-label="Cụm I: 8/9">Cụm I: 8/9</progress></li></ul>',
  );
});

test("a long work that has ended is neither drawn anew nor stopped", () => {
  const drawn = (state: "running" | "finished") =>
    html(
      <Progress
        id="nhap"
        title="Nhập tệp"
        state={state}
        done={3}
        total={9}
        noun="dòng"
        cancel={{ action: "/dung", formKey: "k" }}
      />,
    );
  expect([drawn("running").includes("data-going"), drawn("running").includes("Dừng việc này")]).toEqual([
    true,
    true,
  ]);
  expect([drawn("finished").includes("data-going"), drawn("finished").includes("Dừng việc này")]).toEqual([
    false,
    false,
  ]);
});

test("the page before a final step says what, to whom, under which article", () => {
  expect(
    html(
      <FinalStep
        action="/ban-hanh"
        formKey="k"
        effects={["Gửi cho 2 đơn vị."]}
        touched={{ label: "Gửi tới 2 đơn vị", names: ["A", "B"] }}
        basis={[{ label: "Điều 18" }]}
        afterwards="Không thu hồi được."
        verb="Ban hành"
        backHref="/"
      />,
    ),
  ).toBe(
    '<section class="card final"><div class="card-body"><h2>Việc sẽ diễn ra</h2>' +
      '<ul class="effects"><li>Gửi cho 2 đơn vị.</li></ul><h2>Gửi tới 2 đơn vị</h2>' +
      '<ul class="touched" tabindex="0" aria-label="Gửi tới 2 đơn vị"><li>A</li><li>B</li></ul><h2>Căn cứ</h2><ul><li>Điều 18</li></ul>' +
      '<p class="afterwards">Không thu hồi được.</p><form class="form" method="post" action="/ban-hanh" novalidate="">' +
      '<input type="hidden" name="key" value="k"/><div class="actions">' +
      '<button class="button button-primary" type="submit">Ban hành</button>' +
      '<a class="button button-secondary" href="/">Quay lại, chưa làm gì</a></div></form></div></section>',
  );
});
