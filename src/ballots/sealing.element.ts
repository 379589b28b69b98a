import { answersIn } from "./answers.ts";
import { type Answer, faultOfAnswers, questionsOf } from "./casting.ts";
import { makePair, openerFor, openSlip, placeOf, sealerFor, sealSlip } from "./envelope.cipher.ts";
import type { Poll, Voter } from "./poll.ts";
import { writeSlip } from "./slip.ts";
import { codesOf, newOwnCode } from "./tracking.cipher.ts";

/** What the page hands over: no more than the ballot shows anyway. */
interface Ballot extends Pick<Poll, "mark" | "questions">, Pick<Voter, "excluded"> {
  readonly publicKey: string;
}

/**
 * Seals the ballot in this browser: what is posted holds envelopes and codes only, never a choice. Where the
 * browser knows no X25519, or the page did not come over https, the form stays as it is and the program seals.
 */
class BallotSealing extends HTMLElement {
  #submitted: ((event: Event) => void) | null = null;

  async connectedCallback(): Promise<void> {
    if (!(await canSeal())) return;
    const form = this.querySelector("form");
    if (!form || !this.isConnected) return;
    const ownCode = newOwnCode();
    this.#say("[data-ma-rieng]", ownCode);
    for (const field of form.querySelectorAll<HTMLInputElement>("input[name='ma-rieng']")) field.remove();
    this.#say(
      "[data-noi-niem-phong]",
      "Lá phiếu được niêm phong ngay trên máy này trước khi gửi đi; máy chủ chỉ nhận phong bì đã khóa, không thấy lựa chọn.",
    );
    this.#submitted = (event) => {
      if (event.target !== form) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void this.#seal(form, ownCode);
    };
    // Before everything else that listens to submits: nothing may send the plain form, nor hold it for sent.
    window.addEventListener("submit", this.#submitted, true);
  }

  disconnectedCallback(): void {
    if (this.#submitted) window.removeEventListener("submit", this.#submitted, true);
  }

  #say(where: string, words: string): void {
    for (const place of this.querySelectorAll(where)) place.textContent = words;
  }

  async #seal(form: HTMLFormElement, ownCode: string): Promise<void> {
    const ballot = JSON.parse(this.getAttribute("ballot") ?? "") as Ballot;
    const typed = new FormData(form);
    const answers = answersIn(ballot, ballot, (field) => typed.getAll(field).map(String));
    const fault = faultOfAnswers(ballot, ballot, answers);
    if (fault) return this.#refuse(fault.sentence, fault.field);
    const sealed = document.createElement("form");
    sealed.method = "post";
    sealed.action = form.action;
    for (const [at, [name, value]] of (await fieldsOf(ballot, ownCode, answers)).entries())
      sealed.append(hidden(`la.${Math.trunc(at / 3)}.${name}`, value));
    form.replaceWith(sealed);
    sealed.requestSubmit();
  }

  #refuse(sentence: string, field: string | undefined): void {
    const said = this.querySelector<HTMLElement>("[data-loi]");
    if (!said) return;
    said.textContent = sentence;
    said.hidden = false;
    const first = field ? this.querySelector<HTMLElement>(`[name^="${field}"]`) : null;
    (first ?? said).focus();
    said.scrollIntoView({ block: "nearest" });
  }
}

/** Whether this browser can do all that is needed: tried, since asking is not enough. */
async function canSeal(): Promise<boolean> {
  try {
    const pair = await makePair();
    const sealed = await sealSlip(await sealerFor(pair.publicKey), "thử", "yes");
    return (await openSlip(await openerFor(pair), "thử", sealed)) === "yes";
  } catch {
    return false;
  }
}

async function fieldsOf(
  ballot: Ballot,
  ownCode: string,
  answers: readonly Answer[],
): Promise<(readonly [string, string])[]> {
  const questions = questionsOf(ballot, ballot);
  const codes = await codesOf(
    ownCode,
    ballot.mark,
    questions.map(({ ordinal }) => ordinal),
  );
  const seal = await sealerFor(Uint8Array.from(atob(ballot.publicKey), (letter) => letter.charCodeAt(0)));
  const fields: (readonly [string, string])[] = [];
  for (const [at, { ordinal }] of questions.entries()) {
    const answer = answers.find(({ question }) => question === ordinal);
    const slip = answer ? writeSlip(answer.choice) : "blank";
    const envelope = await sealSlip(seal, placeOf(ballot.mark, ordinal), slip);
    fields.push(
      ["cau", `${ordinal}`],
      ["phong-bi", btoa(String.fromCharCode(...envelope))],
      ["ma", codes[at]!],
    );
  }
  return fields;
}

function hidden(name: string, value: string): HTMLInputElement {
  const field = document.createElement("input");
  field.type = "hidden";
  field.name = name;
  field.value = value;
  return field;
}

customElements.define("ballot-sealing", BallotSealing);
