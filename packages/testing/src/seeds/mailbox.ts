import { owner, teammate } from "./people.ts";

const topics: readonly (readonly [subject: string, text: string, labels: readonly string[]])[] = [
  ["Invoice 1042 is due", "Invoice 1042 over 1,250.00 EUR is due on 30 November.", ["INBOX", "UNREAD"]],
  ["Agenda for the planning meeting", "Roadmap, hiring, and the budget for next quarter.", ["INBOX", "IMPORTANT"]],
  ["Your build failed", "The main branch failed in the step test after 3 minutes.", ["INBOX", "CATEGORY_UPDATES"]],
  ["Lunch on Thursday?", "The place around the corner has a table at 12:30.", ["INBOX"]],
  ["Release notes 2.4", "Faster search, fewer clicks, and a dark theme.", ["INBOX", "STARRED"]],
  ["Customer question about refunds", "Can an order be refunded after 30 days?", ["INBOX", "UNREAD"]],
  ["Draft of the contract", "The second draft is attached to the shared folder.", ["INBOX"]],
  ["Newsletter: November", "What happened this month, in five minutes.", ["INBOX", "CATEGORY_PROMOTIONS"]],
  ["Door code changed", "From Monday the door opens with the new code only.", ["INBOX", "UNREAD"]],
  ["Travel to the workshop", "The train leaves at 07:54 and arrives at 11:12.", ["INBOX"]],
];

const withAttachment = [
  `From: ${teammate.name} <${teammate.email}>`,
  `To: ${owner.email}`,
  "Subject: =?UTF-8?B?WmFobGVuIGbDvHIgT2t0b2Jlcg==?=",
  "Date: Fri, 20 Nov 2026 10:15:00 +0000",
  "Message-ID: <numbers-october@example.com>",
  "MIME-Version: 1.0",
  'Content-Type: multipart/mixed; boundary="part"',
  "",
  "--part",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "The numbers for October are attached.",
  "--part",
  'Content-Type: text/csv; name="october.csv"',
  'Content-Disposition: attachment; filename="october.csv"',
  "Content-Transfer-Encoding: base64",
  "",
  Buffer.from("day,total\n1,120\n2,95\n").toString("base64"),
  "--part--",
  "",
].join("\r\n");

/** Some 30 mails in the owner's mailbox and a few in the team mate's, newest first. */
export function mailbox(): readonly Record<string, unknown>[] {
  const newest = Date.UTC(2026, 10, 20, 9);
  const mails = Array.from({ length: 29 }, (_, index) => {
    const [subject, text, labels] = topics[index % topics.length] ?? ["", "", []];
    const round = Math.floor(index / topics.length);
    return {
      id: `mail-${index + 1}`,
      thread_id: `thread-${index + 1}`,
      user_email: owner.email,
      from: index % 3 === 0 ? `${teammate.name} <${teammate.email}>` : `Notices <notices-${index % 3}@example.org>`,
      to: owner.email,
      subject: round === 0 ? subject : `${subject} (${round + 1})`,
      body_text: text,
      ...(index % 4 === 0 && { body_html: `<p>${text}</p>` }),
      label_ids: labels,
      date: new Date(newest - index * 5_400_000).toISOString(),
      message_id: `<mail-${index + 1}@example.com>`,
    };
  });
  const reply = { from: owner.email, to: teammate.email, subject: "Re: Lunch on Thursday?", body_text: "Yes, gladly." };
  return [
    ...mails,
    {
      id: "mail-numbers",
      user_email: owner.email,
      raw: Buffer.from(withAttachment).toString("base64url"),
      label_ids: ["INBOX", "UNREAD"],
    },
    { ...reply, id: "mail-teammate-1", user_email: teammate.email, label_ids: ["INBOX"] },
    {
      ...reply,
      id: "mail-teammate-2",
      user_email: teammate.email,
      subject: "Notes from Monday",
      label_ids: ["INBOX", "UNREAD"],
    },
  ];
}
