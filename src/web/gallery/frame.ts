import type { Frame, Manifest } from "../frame.ts";

/** A frame with made-up words, for the gallery and for tests. */
export const sampleFrame = (assets: Manifest, nonce: string): Frame => ({
  assets,
  nonce,
  who: { name: "Lê Minh", initials: "LM" },
  body: "Văn phòng",
  post: "Chuyên viên tổng hợp",
  postId: "1",
  posts: [
    { id: "1", body: "Văn phòng", post: "Chuyên viên tổng hợp" },
    { id: "2", body: "Phòng Tổng hợp", post: "Phụ trách" },
  ],
  navigation: [
    { items: [{ href: "/", label: "Việc của tôi", count: 7, current: true }] },
    {
      label: "Công tác năm 2021",
      items: [
        { href: "/ke-hoach", label: "Kế hoạch", count: 3 },
        { href: "/theo-doi", label: "Theo dõi, đôn đốc" },
        { href: "/danh-sach", label: "Một mục có tên dài đến hai dòng", count: 1204 },
      ],
    },
    { label: "Dùng chung", items: [{ href: "/thong-ke", label: "Thống kê" }] },
  ],
  notices: 4,
});
