import { databaseAnswers } from "../platform/db.ts";
import { pages } from "./http.ts";

/** For whoever watches the machine: alive, and able to answer. They say nothing else. */
export function healthPages() {
  const health = pages();
  health.get("/suc-khoe", (c) => c.text("tốt"));
  health.get("/san-sang", async (c) => {
    return (await databaseAnswers()) ? c.text("sẵn sàng") : c.text("chưa sẵn sàng", 503);
  });
  return health;
}
