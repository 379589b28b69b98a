import { act } from "../platform/act.ts";
import { isSystem } from "../platform/actor.ts";
import { yearOf } from "../platform/day.ts";
import { isRefusal, mayNot, movedOn, type Refusal, refuse } from "../platform/refusal.ts";
import { hashCode, hashPassword } from "../platform/sign-in.acts.ts";
import { accountNamed, addAccount, anyAccount } from "../platform/sign-in.store.ts";
import { type Opening, saveOpening, saveSetupCode, useSetupCode } from "./opening.store.ts";
import { saveAccount, savePerson } from "./person.store.ts";
import { decidePerson } from "./person.ts";
import { savePost } from "./post.store.ts";
import { plainPost } from "./post.ts";
import { saveNewUnit } from "./unit.store.ts";
import { type UnitKind, usualTraits } from "./unit.ts";

const systemOnly = mayNot("system-only", "Việc này chỉ do chương trình tự làm khi khởi động.");

/** Notes what this data folder was opened as. */
export const noteOpening = act({
  name: "body.note-opening",
  async run(work, input: { opening: Opening }): Promise<Opening | Refusal> {
    if (!isSystem(work.actor)) return systemOnly;
    await saveOpening(work.tx, input.opening);
    work.record("body.opened", "body", { opening: input.opening });
    return input.opening;
  },
});

/** Makes the one-time code of an empty body valid; only its hash is kept. */
export const admitByCode = act({
  name: "body.admit-by-code",
  async run(work, input: { code: string }): Promise<true | Refusal> {
    if (!isSystem(work.actor)) return systemOnly;
    await saveSetupCode(work.tx, hashCode(input.code), work.at);
    return true;
  },
});

interface DemoPerson {
  readonly personId: number;
  readonly username: string;
  readonly name: string;
}

/** Gives the demo's people their accounts, all with one password; done again it adds only the missing ones. */
export const openDemoAccounts = act({
  name: "account.open-demo",
  async run(work, input: { people: readonly DemoPerson[]; password: string }): Promise<number | Refusal> {
    if (!isSystem(work.actor)) return systemOnly;
    const passwordHash = await hashPassword(input.password);
    for (const { personId, username, name } of input.people) {
      if (await accountNamed(work.tx, username)) continue;
      const account = await addAccount(work.tx, { username, name, passwordHash }, work.at);
      await saveAccount(work.tx, personId, account, work.at);
    }
    work.record("account.demo-opened", "body", { accounts: input.people.length });
    return input.people.length;
  },
});

export interface FirstAdministrator {
  readonly code: string;
  readonly bodyName: string;
  readonly bodyCode: string;
  readonly bodyKind: UnitKind;
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

/**
 * Opens a real body: its first unit, the first administrator and their account, by the code printed in
 * the terminal. Refused once anybody has an account.
 */
export const openBody = act({
  name: "body.open",
  async run(work, input: FirstAdministrator): Promise<{ unit: number } | Refusal> {
    if (await anyAccount(work.tx))
      return movedOn("already-open", "Hệ thống đã có người quản trị; hãy đăng nhập.");
    if (!(await useSetupCode(work.tx, hashCode(input.code), work.at)))
      return refuse(
        "wrong-code",
        "Mã không đúng. Hãy chép đúng mã in trong cửa sổ lệnh của lần chạy mới nhất.",
        {
          field: "code",
        },
      );
    const person = decidePerson(
      {
        name: input.name,
        civilNumber: null,
        gender: null,
        birthYear: null,
        category: "civil-servant",
        email: null,
      },
      yearOf(work.day),
    );
    if (isRefusal(person)) return person;
    const unit = await saveNewUnit(work.tx, {
      kind: input.bodyKind,
      traits: usualTraits[input.bodyKind],
      name: input.bodyName,
      shortName: null,
      code: input.bodyCode,
      province: null,
      parent: null,
      guidedBy: null,
      from: null,
    });
    const personId = await savePerson(work.tx, person);
    await savePost(work.tx, {
      ...plainPost(personId, unit, "member", "Quản trị hệ thống", work.day),
      worksAs: "direct",
    });
    await savePost(work.tx, plainPost(personId, unit, "administrator", "Quản trị hệ thống", work.day));
    const passwordHash = await hashPassword(input.password);
    const account = await addAccount(
      work.tx,
      { username: input.username, name: person.name, passwordHash },
      work.at,
    );
    await saveAccount(work.tx, personId, account, work.at);
    work.record("body.administrator-named", unit, { person: personId });
    return { unit };
  },
});
