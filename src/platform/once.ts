import type { Actor } from "./actor.ts";
import type { Reader } from "./db.ts";

type Ask<Answer> = (reader: Reader, actor: Actor) => Promise<Answer>;

/**
 * Asks once a request what several pieces of one page need. The answer is kept with the actor, who lives as
 * long as the request, and apart for each reader, so that an act reads in its own transaction.
 */
export function oncePerRequest<Answer>(ask: Ask<Answer>): Ask<Answer> {
  const kept = new WeakMap<Actor, WeakMap<Reader, Promise<Answer>>>();
  return (reader, actor) => {
    const answers = kept.get(actor) ?? new WeakMap<Reader, Promise<Answer>>();
    kept.set(actor, answers);
    const answer = answers.get(reader) ?? ask(reader, actor);
    answers.set(reader, answer);
    return answer;
  };
}
