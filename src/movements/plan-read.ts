export { readLaunchDocument } from "./plan-read.thread.ts";
