import { answerCredentials } from "#auth/answer-form.ts";
import { authDoor } from "#auth/auth-door.ts";

export function POST(request: Request): Promise<Response> {
  return answerCredentials("sign-in", request, authDoor());
}
