import { addresses, type Frame } from "./frame.ts";
import { Emblem, Icon } from "./kit/icons.tsx";
import { Rail } from "./rail.tsx";

/** The top band: what this is, for whom one acts, search, notices, help, account. */
export function Band({ frame, help }: { frame: Frame; help: string }) {
  return (
    <header class="band">
      <details class="band-menu" data-menu="">
        <summary>
          <Icon name="menu" size={22} />
          <span class="unseen">Mục lục</span>
        </summary>
        <div class="band-menu-sheet">
          <Rail groups={frame.navigation} label="Mục lục trên điện thoại" />
        </div>
      </details>
      <a class="brand" href={addresses.home}>
        <Emblem />
        <span>Thi Đua</span>
      </a>
      <ActingFor frame={frame} />
      <SearchForm />
      <nav class="band-tools" aria-label="Công cụ">
        <a class="round round-search" href={addresses.search}>
          <Icon name="search" size={20} />
          <span class="unseen">Tìm kiếm</span>
        </a>
        <a class="round" href={addresses.notices}>
          <Icon name="bell" size={20} />
          <span class="unseen">Thông báo</span>
          {frame.notices > 0 && (
            <b class="bell-count">
              {frame.notices > 99 ? "99+" : frame.notices} <span class="unseen">chưa đọc</span>
            </b>
          )}
        </a>
        <a class="round round-help" href={help}>
          <Icon name="help" size={20} />
          <span class="unseen">Trợ giúp cho trang này</span>
        </a>
        <AccountMenu frame={frame} help={help} />
      </nav>
    </header>
  );
}

function ActingFor({ frame }: { frame: Frame }) {
  if (frame.posts.length < 2)
    return (
      <p class="acting">
        <span class="acting-body">{frame.body}</span>
        <small>{frame.post}</small>
      </p>
    );
  return (
    <details class="acting acting-choice" data-menu="">
      <summary>
        <span class="acting-body">
          <span class="unseen">Đang làm việc cho </span>
          {frame.body}
        </span>
        <small>{frame.post}</small>
        <Icon name="down" size={16} />
      </summary>
      <form class="sheet" method="post" action={addresses.switchPost}>
        <p class="sheet-title">Làm việc với chức vụ khác</p>
        {frame.posts.map((choice) => (
          <button
            class="sheet-choice"
            type="submit"
            name="chuc-vu"
            value={choice.id}
            aria-current={choice.id === frame.postId ? "true" : undefined}
          >
            {choice.body}
            <small>{choice.post}</small>
          </button>
        ))}
      </form>
    </details>
  );
}

function SearchForm() {
  return (
    <search class="search">
      <form action={addresses.search} method="get">
        <label class="unseen" for="tim-kiem">
          Tìm người, đơn vị, hồ sơ
        </label>
        <Icon name="search" size={17} />
        <input
          id="tim-kiem"
          name="q"
          type="search"
          placeholder="Tìm người, đơn vị, hồ sơ…"
          autocomplete="off"
          aria-keyshortcuts="Control+K /"
          data-shortcut="search"
        />
        <span class="key" aria-hidden="true">
          Ctrl K
        </span>
        <button class="unseen-until-focus" type="submit">
          Tìm
        </button>
      </form>
    </search>
  );
}

function AccountMenu({ frame, help }: { frame: Frame; help: string }) {
  return (
    <details class="account" data-menu="">
      <summary class="round">
        <span aria-hidden="true">{frame.who.initials}</span>
        <span class="unseen">Tài khoản của {frame.who.name}</span>
      </summary>
      <div class="sheet sheet-right">
        <p class="sheet-title">{frame.who.name}</p>
        <a class="sheet-choice" href={addresses.account}>
          Tài khoản, bảo mật
        </a>
        <a class="sheet-choice sheet-phone" href={help}>
          Trợ giúp cho trang này
        </a>
        <form method="post" action={addresses.signOut}>
          <button class="sheet-choice" type="submit">
            Đăng xuất
          </button>
        </form>
      </div>
    </details>
  );
}
