/** Scenarios of the official suite that want something of its own on the server, and what; the fixture server has it. */
const wantsFixtures: readonly (readonly [RegExp, string])[] = [
  [/^tools-call-/, "calls tools of the suite"],
  [/^(resources-read|resources-templates|sep-2164)/, "reads resources of the suite"],
  [/^resources-(un)?subscribe$/, "watches a resource of the suite"],
  [/^prompts-get-/, "gets prompts of the suite"],
  [/^completion-complete$/, "completes an argument of a prompt of the suite"],
  [/^logging-set-level$/, "sets a log level; ClawLink sends no log messages"],
  [/^elicitation-sep/, "calls tools of the suite that ask the client"],
  [/^input-required-result-/, "calls tools of the suite that need another round"],
  [/^json-schema-2020-12$/, "lists a tool of the suite"],
  [/^server-stateless$/, "some of its checks call tools of the suite"],
  [/^server-sse-polling$/, "calls a tool of the suite"],
  [/^http-custom-header-server-validation$/, "wants a tool with an argument mirrored in a header"],
];

/** Extensions of the protocol that ClawLink does not offer. */
const notOffered: readonly (readonly [RegExp, string])[] = [
  [/^tasks-/, "the extension for tasks is not offered"],
  [/^sep-2640-/, "the extension for skills is not offered"],
];

const reasonIn = (list: typeof wantsFixtures, name: string) => list.find(([pattern]) => pattern.test(name))?.[1];

/** Why a scenario is judged by the fixture server alone; undefined when ClawLink itself has to pass it. */
export const fixtureReason = (name: string): string | undefined => reasonIn(wantsFixtures, name);
/** Why a scenario is not judged at all; undefined when it is. */
export const absentReason = (name: string): string | undefined => reasonIn(notOffered, name);
