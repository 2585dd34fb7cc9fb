import { redirect } from "next/navigation";

export default function OperatorPage(): never {
  redirect("/dashboard/operator/users");
}
