/** Small drawn signs. They say nothing by themselves: a word always stands beside them. */
export type IconName =
  | "met"
  | "unmet"
  | "unknown"
  | "bell"
  | "search"
  | "help"
  | "menu"
  | "down"
  | "file"
  | "clock"
  | "info";

export function Icon({ name, size = 18 }: { name: IconName; size?: number | undefined }) {
  return (
    <svg
      class={`icon icon-${name}`}
      width={size}
      height={size}
      viewBox="0 0 18 18"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[name]}
    </svg>
  );
}

const shapes: Record<IconName, unknown> = {
  met: (
    <>
      <circle class="icon-ground" cx="9" cy="9" r="8.2" />
      <path class="icon-sign" d="M5 9.3l2.7 2.7L13 6.6" fill="none" stroke-width="2" />
    </>
  ),
  unmet: (
    <>
      <circle class="icon-ground" cx="9" cy="9" r="8.2" />
      <path class="icon-sign" d="M6 6l6 6M12 6l-6 6" fill="none" stroke-width="2" />
    </>
  ),
  unknown: (
    <>
      <circle class="icon-line" cx="9" cy="9" r="7.6" fill="none" stroke-width="1.6" stroke-dasharray="3 2" />
      <path class="icon-line" d="M9 5v5M9 12.3v.6" fill="none" stroke-width="2" />
    </>
  ),
  bell: (
    <path
      class="icon-line"
      d="M9 2a4.6 4.6 0 0 0-4.6 4.6v3L2.9 12.6h12.2l-1.5-3v-3A4.6 4.6 0 0 0 9 2zM7.2 14.8a1.9 1.9 0 0 0 3.6 0"
      fill="none"
      stroke-width="1.5"
    />
  ),
  search: (
    <path
      class="icon-line"
      d="M7.8 2.6a5.2 5.2 0 1 1 0 10.4 5.2 5.2 0 0 1 0-10.4zM11.7 11.7l4 4"
      fill="none"
      stroke-width="1.7"
    />
  ),
  help: (
    <>
      <circle class="icon-line" cx="9" cy="9" r="7.2" fill="none" stroke-width="1.5" />
      <path
        class="icon-line"
        d="M6.9 7.1a2.1 2.1 0 1 1 3.1 1.9c-.7.4-1 .8-1 1.6M9 12.5v.8"
        fill="none"
        stroke-width="1.6"
      />
    </>
  ),
  menu: <path class="icon-line" d="M2.5 5h13M2.5 9h13M2.5 13h13" fill="none" stroke-width="1.8" />,
  down: <path class="icon-line" d="M5 7l4 4 4-4" fill="none" stroke-width="1.8" />,
  file: (
    <path
      class="icon-line"
      d="M4.5 2h6l3.5 3.5V16h-9.5zM10.5 2v3.5H14"
      fill="none"
      stroke-width="1.4"
      stroke-linejoin="round"
    />
  ),
  clock: (
    <>
      <circle class="icon-line" cx="9" cy="9" r="7.2" fill="none" stroke-width="1.6" />
      <path class="icon-line" d="M9 5v4.3l2.8 1.7" fill="none" stroke-width="1.6" />
    </>
  ),
  info: (
    <>
      <circle class="icon-ground" cx="9" cy="9" r="8.2" />
      <path class="icon-sign" d="M9 8v5M9 4.9v.9" fill="none" stroke-width="2" />
    </>
  ),
};

/** The emblem of the program: a gold star in a ring. */
export function Emblem({ size = 28 }: { size?: number | undefined }) {
  return (
    <svg class="emblem" width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <circle class="emblem-ring" cx="14" cy="14" r="13" fill="none" stroke-width="1.6" />
      <path class="emblem-star" d="M14 5.4l2.5 5.6 6 .6-4.5 4.1 1.3 6L14 18.5l-5.3 3.2 1.3-6-4.5-4.1 6-.6z" />
    </svg>
  );
}
