/** A token the doubled GitHub hands out at sign-in: nothing may keep it. */
export const doubleToken = "gho_double";

const answers: Readonly<Record<string, unknown>> = {
  "https://github.com/login/oauth/access_token": {
    access_token: doubleToken,
    refresh_token: `${doubleToken}_refresh`,
    token_type: "bearer",
    scope: "user:email",
  },
  "https://api.github.com/user": {
    id: 4711,
    login: "octo",
    name: "Octo Cat",
    email: "octo@example.com",
    avatar_url: null,
  },
  "https://api.github.com/user/emails": [
    { email: "octo@example.com", primary: true, verified: true, visibility: "private" },
  ],
};

/** The outside world of the sign-in tests: GitHub's three endpoints, and nothing else. */
export function answerAsGitHub(request: { readonly url: string }): Response {
  const answer = answers[request.url];
  return answer ? Response.json(answer) : new Response("Nothing else is reachable.", { status: 502 });
}
