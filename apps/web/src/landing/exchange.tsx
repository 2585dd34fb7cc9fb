import { Badge } from "#ui/badge.tsx";
import { Icon } from "#ui/icon.tsx";
import classes from "./exchange.module.css";

/** A picture of one call: what the agent wants, what would be sent, the person's yes. */
export function Exchange() {
  return (
    <figure
      className={classes.exchange}
      aria-label="An agent asks to send a mail; ClawLink shows what would be sent; the person approves."
    >
      <div className={classes.bubble}>
        <p className={classes.speaker}>Your agent</p>
        <p>I’d like to send Ann the agenda for Monday.</p>
      </div>
      <div className={classes.card}>
        <div className={classes.cardHead}>
          <b>Send an e-mail</b>
          <Badge tone="accent">Writes</Badge>
        </div>
        <dl className={classes.facts}>
          <dt>Account</dt>
          <dd>you@example.com, Gmail</dd>
          <dt>To</dt>
          <dd>ann@example.com</dd>
          <dt>Subject</dt>
          <dd>Agenda for Monday</dd>
        </dl>
        <pre className={classes.request}>
          {"POST gmail.googleapis.com/…/messages/send\nauthorization: [credential]"}
        </pre>
        <div className={classes.choice} aria-hidden="true">
          <span className={classes.no}>Reject</span>
          <span className={classes.yes}>Approve and run</span>
        </div>
      </div>
      <div className={classes.done}>
        <Icon name="check" size={16} />
        <p>Sent, and recorded in Usage.</p>
      </div>
    </figure>
  );
}
