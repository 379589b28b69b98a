/** What a law command answers: the object printed with `--json`, and the lines a person reads without it. */
export interface Sheet {
  readonly json: boolean;
  readonly answer: unknown;
  readonly lines: readonly string[];
}

/** Whether what is said was checked against the text of the article. */
export const markOf = (verified: boolean): string => (verified ? "đã đối chiếu" : "chưa đối chiếu");
