import { expect, test } from "vitest";
import { ErrorPage, type ErrorStatus } from "./errors.tsx";
import { sampleFrame } from "./gallery/frame.ts";
import { Gallery } from "./gallery.tsx";
import { Page, PublicPage, SignInPage } from "./kit.ts";

const assets = {
  styles: "/assets/page-A.css",
  signInStyles: "/assets/door-B.css",
  script: "/assets/main-C.js",
  icon: "/assets/icon-D.svg",
  preloadFonts: ["/assets/latin.woff2", "/assets/vietnamese.woff2"],
  extraScripts: {},
};
const frame = sampleFrame(assets, "n0nce");

const page = String(
  <Page frame={frame} title="Danh sách" crumbs={[{ label: "Đầu", href: "/" }, { label: "Danh sách" }]} failed>
    x
  </Page>,
);

test("the head names language, title, nonce, two fonts, one sheet and one script", () => {
  expect(page.slice(0, page.indexOf("<body>"))).toBe(
    '<html lang="vi"><head><meta charset="utf-8"/>' +
      '<meta name="viewport" content="width=device-width, initial-scale=1"/>' +
      "<title>Lỗi: Danh sách · Thi Đua</title>" +
      '<meta name="color-scheme" content="light dark"/><meta name="theme-color" content="#97181d"/>' +
      '<meta name="csp-nonce" content="n0nce"/><meta name="turbo-prefetch" content="false"/>' +
      '<link rel="preload" href="/assets/latin.woff2" as="font" type="font/woff2" crossorigin="anonymous"/>' +
      '<link rel="preload" href="/assets/vietnamese.woff2" as="font" type="font/woff2" crossorigin="anonymous"/>' +
      '<link rel="stylesheet" href="/assets/page-A.css" data-turbo-track="reload"/>' +
      '<link rel="icon" href="/assets/icon-D.svg" type="image/svg+xml"/>' +
      '<script type="module" src="/assets/main-C.js" data-turbo-track="reload"></script></head>',
  );
});

test("the first stop of the keyboard leads past the frame, and there is one h1", () => {
  expect(page.slice(page.indexOf("<body>") + 6).startsWith('<a class="skip" href="#noi-dung">')).toBe(true);
  expect(page.match(/<main[^>]*>/g)).toEqual(['<main id="noi-dung" tabindex="-1">']);
  expect(page.match(/<h1>.*?<\/h1>/g)).toEqual(["<h1>Danh sách</h1>"]);
});

test("the rail marks the present page and counts what waits", () => {
  const rail = page.slice(page.indexOf('<div class="rail">'), page.indexOf("<main"));
  expect(rail.match(/aria-current="page"/g)).toEqual(['aria-current="page"']);
  expect(rail).toContain(
    '<a href="/danh-sach"><span>Một mục có tên dài đến hai dòng</span><span class="rail-count">' +
      '<span class="unseen">, </span>1.204<span class="unseen"> việc đang chờ</span></span></a>',
  );
});

test("one post is shown as words, several as a form that switches", () => {
  const single = String(
    <Page frame={{ ...frame, posts: frame.posts.slice(0, 1) }} title="x">
      y
    </Page>,
  );
  expect(single).toContain(
    '<p class="acting"><span class="acting-body">Văn phòng</span><small>Chuyên viên tổng hợp</small></p>',
  );
  expect(page.match(/<button class="sheet-choice" type="submit" name="chuc-vu"[^>]*>/g)).toEqual([
    '<button class="sheet-choice" type="submit" name="chuc-vu" value="1" aria-current="true">',
    '<button class="sheet-choice" type="submit" name="chuc-vu" value="2">',
  ]);
});

test("search is a plain form reached by its key", () => {
  expect(page).toContain('<search class="search"><form action="/tim" method="get">');
  expect(page).toContain('aria-keyshortcuts="Control+K /"');
});

test("the door has neither script nor navigation", () => {
  const door = String(
    <SignInPage shell={frame} title="Đăng nhập">
      x
    </SignInPage>,
  );
  expect([door.includes("<script"), door.includes("<nav"), door.includes("/assets/page-A.css")]).toEqual([
    false,
    false,
    false,
  ]);
  expect(door).toContain('<link rel="stylesheet" href="/assets/door-B.css" data-turbo-track="reload"/>');
});

test("the public page names its portal and marks where one is", () => {
  const drawn = String(
    <PublicPage
      frame={{
        assets,
        nonce: "n",
        name: "Cổng",
        navigation: [{ href: "/cong", label: "Tin", current: true }],
        searchAddress: "/cong/tim",
        keeper: "Văn phòng",
      }}
      title="Bài viết"
    >
      x
    </PublicPage>,
  );
  expect(drawn).toContain("<title>Bài viết · Cổng</title>");
  expect(drawn).toContain('<a href="/cong" aria-current="page">Tin</a>');
});

test("nothing in the kit carries a style or a script of its own", () => {
  const gallery = String(<Gallery frame={frame} />);
  expect(gallery.match(/ style="| on[a-z]+="|<script(?! type="module" src=)/g)).toBe(null);
});

test("no two things of the gallery share an id", () => {
  const ids = [...String(<Gallery frame={frame} />).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test("an error page says what happened, what is kept, what to do", () => {
  const words = (status: ErrorStatus, sentence?: string) => {
    const drawn = String(<ErrorPage shell={frame} status={status} sentence={sentence} incident="a1b2" />);
    return [...drawn.slice(drawn.indexOf("explanation")).matchAll(/<p>(.*?)<\/p>/g)].map((match) => match[1]);
  };
  expect(words(500)).toEqual([
    "Yêu cầu vừa rồi không hoàn thành được vì lỗi của phần mềm, không phải do bạn.",
    "Yêu cầu đó không được ghi nhận một phần nào; dữ liệu đã lưu trước đó vẫn nguyên.",
    "Hãy thử lại sau ít phút. Nếu vẫn lỗi, hãy báo người quản trị.",
    'Mã sự cố: <b class="incident">a1b2</b>',
  ]);
  expect(words(403, "Chỉ trưởng đơn vị được gửi.")[0]).toBe("Chỉ trưởng đơn vị được gửi.");
});
