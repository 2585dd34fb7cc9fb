import { Notice } from "../ui/notice.tsx";

const problems: Readonly<Record<string, string>> = {
  often: "Too many attempts. Wait a minute, then try again.",
  address: "That is not a valid e-mail address.",
  password: "A password needs 10 to 128 characters.",
  code: "The code from the e-mail is missing. Open the link again, or type the code.",
  link: "This link has expired or was used already.",
};

/** Why a new password could not be chosen, or asked for; nothing when all is well. */
export function ResetProblem({ code }: { code: string | null | undefined }) {
  if (!code) return null;
  return (
    <Notice tone="red" role="alert">
      {problems[code] ?? "That did not work. Try again."}
    </Notice>
  );
}
