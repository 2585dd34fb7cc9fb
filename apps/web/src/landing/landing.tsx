import { homePath } from "#auth/next-path.ts";
import type { AppFace } from "#catalog/apps.ts";
import { AppIcon } from "#ui/app-icon.tsx";
import { Brand } from "#ui/brand.tsx";
import { ColorSchemeToggle } from "#ui/color-scheme-toggle.tsx";
import { CopyField } from "#ui/copy-field.tsx";
import { ButtonLink } from "#ui/links.tsx";
import { Exchange } from "./exchange.tsx";
import classes from "./landing.module.css";
import { agents, promises, steps } from "./words.ts";

/** The first page: what this is, how a call goes, and the ways in. */
export function Landing({ signedIn, apps }: { signedIn: boolean; apps: readonly AppFace[] }) {
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <Brand />
        <div className={classes.tools}>
          {!signedIn && (
            <ButtonLink href="/sign-in" variant="subtle" color="gray" size="sm">
              Sign in
            </ButtonLink>
          )}
          <ColorSchemeToggle />
        </div>
      </header>
      <main>
        <section className={classes.hero}>
          <div>
            <h1 className={classes.headline}>Your agents, in your apps, on your terms.</h1>
            <p className={classes.lead}>
              ClawLink connects AI agents to the apps you use. It keeps the credentials to itself, shows you exactly
              what will be sent, and records every call.
            </p>
            <div className={classes.ways}>
              <ButtonLink href={signedIn ? homePath : "/sign-up"} size="md">
                {signedIn ? "Open the dashboard" : "Create an account"}
              </ButtonLink>
              <ButtonLink href="#self-host" size="md" variant="default">
                Host it yourself
              </ButtonLink>
            </div>
            <p className={classes.agents}>
              For {agents.slice(0, -1).join(", ")} and {agents.at(-1)}.
            </p>
          </div>
          <Exchange />
        </section>
        <section aria-labelledby="how">
          <h2 id="how" className={classes.heading}>
            How it works
          </h2>
          <ol className={classes.steps}>
            {steps.map(([title, text]) => (
              <li key={title}>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="apps">
          <h2 id="apps" className={classes.heading}>
            Apps
          </h2>
          <ul className={classes.apps}>
            {apps.map(({ slug, name, icon }) => (
              <li key={slug}>
                <AppIcon svg={icon} size={32} />
                <span>{name}</span>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="promises">
          <h2 id="promises" className={classes.heading}>
            What you can rely on
          </h2>
          <div className={classes.promises}>
            {promises.map(([title, text]) => (
              <div key={title} className={classes.promise}>
                <h3>{title}</h3>
                <p>{text}</p>
              </div>
            ))}
          </div>
        </section>
        <section aria-labelledby="self-host" className={classes.host}>
          <div>
            <h2 id="self-host">Host it yourself</h2>
            <p>
              ClawLink is open source under Apache 2.0. It runs as two Cloudflare Workers with a database and a
              key-value store. On your own machine one command starts all of it, with emulated providers to try it on.
            </p>
          </div>
          <CopyField label="In a checkout of ClawLink, with Node 20 or newer" text="npm start" />
        </section>
      </main>
      <footer className={classes.footer}>
        <p>ClawLink, the open layer between your agents and your apps.</p>
        <a href="/api/openapi.json">API description (OpenAPI)</a>
      </footer>
    </div>
  );
}
