import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * The offline page that repeats a count: one file, its script and style inside it and named by their hashes in its
 * own policy, which lets it reach nothing at all.
 */
export async function buildRecountPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("recount.offline.ts", import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: ["es2022", "chrome109", "firefox115", "safari16"],
    legalComments: "none",
    logLevel: "warning",
  });
  const script = outputFiles[0]!.text.trim().replaceAll("</script", "<\\/script");
  return pageWith(script);
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const style = `body{font:17px/1.55 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1d1b18;background:#faf8f4}
h1{font-size:1.6rem}label{display:block;font-weight:700;margin:1rem 0 .3rem}input{font:inherit}
#ket-luan{font-weight:700;padding:.6rem .8rem;border-left:4px solid #ddd7cb;background:#fff}
#ket-luan.good{border-color:#1f6b3b;color:#1f6b3b}#ket-luan.bad{border-color:#a3231c;color:#a3231c}
pre{white-space:pre-wrap;background:#fff;border:1px solid #ddd7cb;padding:1rem;overflow-wrap:anywhere}`;

const pageWith = (script: string): string => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kiểm phiếu lại · Thi Đua</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Kiểm phiếu lại</h1>
<p>Trang này chạy ngay trên máy của bạn, không cần mạng và không gửi gì đi. Hãy chọn tệp xuất (kiem-phieu-….json) tải từ trang kết quả: từng lá phiếu được mở lại, đếm lại và so với nguyên văn trong biên bản.</p>
<label for="tep">Tệp xuất của cuộc bỏ phiếu</label>
<input id="tep" type="file" accept="application/json,.json">
<p id="ket-luan" role="status">Chưa chọn tệp.</p>
<h2>Nguyên văn kết quả đếm lại</h2>
<pre id="nguyen-van" tabindex="0"></pre>
</main>
<script>${script}</script>
</body>
</html>
`;
