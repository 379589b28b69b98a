import pino from "pino";

/**
 * Structured log for operators: what happened, how long it took, an incident number. Never a name, a
 * typed text, a search or anything else that says who a person is.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.VITEST ? "silent" : "info"),
  base: null,
  redact: ["password", "*.password", "headers", "*.headers"],
});
