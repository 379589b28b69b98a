import { type FactKind, factKinds } from "./fact.ts";

/** The words of an address for each kind of fact. */
export const factSlugs: Readonly<Record<FactKind, string>> = {
  grade: "xep-loai",
  honour: "khen-thuong",
  initiative: "sang-kien",
  discipline: "ky-luat",
  pending: "vu-viec",
  absence: "thoi-gian-nghi",
  service: "cong-tac",
  collective: "tinh-hinh-tap-the",
};

export const kindOfSlug = (slug: string): FactKind | null =>
  factKinds.find((kind) => factSlugs[kind] === slug) ?? null;
