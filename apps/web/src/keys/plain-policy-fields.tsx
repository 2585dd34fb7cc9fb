import type { AccessPolicy } from "@clawlink/contract";
import { Stack } from "@mantine/core";
import styles from "./plain-policy-fields.module.css";
import type { PolicyChoices } from "./policy-fields.tsx";
import { confirmationChoices, effectChoices } from "./policy-words.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly about?: string;
}

interface Choices {
  readonly name: string;
  readonly legend: string;
  readonly about?: string;
  readonly type: "radio" | "checkbox";
  readonly of: readonly Choice[];
  readonly chosen: readonly string[];
}

const more = " These are the first of them: the others are found with JavaScript.";

/** What a key may do, in fields of the browser's own, which need no script. */
export function PlainPolicyFields({ policy, choices }: { policy: AccessPolicy; choices: PolicyChoices }) {
  const accounts = (policy.connections ?? []).map(String);
  return (
    <Stack>
      <Choose name="maxEffect" legend="What it may do" type="radio" of={effectChoices} chosen={[policy.maxEffect]} />
      <Choose
        name="apps"
        legend="Apps"
        about="Choose none for all apps."
        type="checkbox"
        of={withChosen(choices.apps, policy.apps ?? [])}
        chosen={policy.apps ?? []}
      />
      <Choose
        name="connections"
        legend="Accounts"
        about={`Choose none for all accounts.${choices.more ? more : ""}`}
        type="checkbox"
        of={withChosen(choices.connections, accounts, "Account ")}
        chosen={accounts}
      />
      <Choose
        name="confirmation"
        legend="Who confirms writes"
        type="radio"
        of={confirmationChoices}
        chosen={[policy.confirmation]}
      />
    </Stack>
  );
}

/** What can be chosen, and what was that is not among it, lest it be lost and the limit with it. */
function withChosen(listed: readonly Choice[], chosen: readonly string[], before = ""): readonly Choice[] {
  const unlisted = chosen.filter((value) => !listed.some((choice) => choice.value === value));
  return [...listed, ...unlisted.map((value) => ({ value, label: before + value }))];
}

function Choose({ name, legend, about, type, of, chosen }: Choices) {
  if (of.length === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {about && <p className={styles.about}>{about}</p>}
      <div className={styles.choices}>
        {of.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input type={type} name={name} value={choice.value} defaultChecked={chosen.includes(choice.value)} />
            <span>
              <bdi>{choice.label}</bdi>
              {choice.about && <span className={styles.about}> {choice.about}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
