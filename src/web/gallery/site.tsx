import { Hono } from "hono";
import { readAssets } from "../assets.ts";
import { Gallery } from "../gallery.tsx";
import type { PickAnswer } from "../kit.ts";
import { sampleFrame } from "./frame.ts";

const NONCE = "gallery";
const POLICY = `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${NONCE}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'`;

const found: PickAnswer = {
  options: [
    { id: "4", label: "Phòng Tổng hợp", detail: "Văn phòng" },
    { id: "9", label: "Phòng Tổng hợp", detail: "Cục Kế hoạch" },
  ],
};

/** The gallery with just enough behind it for its elements to be tried. */
export async function gallerySite(assetsFolder: string): Promise<Hono> {
  const assets = await readAssets(assetsFolder);
  const site = new Hono();
  site.use(async (c, next) => {
    await next();
    c.header("content-security-policy", POLICY);
  });
  site.get("/assets/:name", (c) => assets.serve(c, c.req.param("name")) ?? c.notFound());
  site.get("/mau", (c) =>
    c.html(`<!doctype html>${String(<Gallery frame={sampleFrame(assets.manifest, NONCE)} />)}`),
  );
  site.post("/mau", (c) =>
    c.html(`<!doctype html>${String(<Gallery frame={sampleFrame(assets.manifest, NONCE)} />)}`, 422),
  );
  site.get("/to-chuc/tim-don-vi", (c) => c.json(found));
  site.post("/mau/nhap", (c) => c.json({ saved: true }));
  site.post("/tep", (c) => c.json({ file: { id: "f9", name: "moi.pdf", bytes: 3 } }));
  return site;
}
