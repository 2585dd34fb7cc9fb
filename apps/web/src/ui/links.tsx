"use client";

import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";

interface Target {
  readonly href: string;
  readonly children: ReactNode;
  readonly "aria-label"?: string;
}

/** A link to a page of this site that looks like text. */
export function TextLink(props: AnchorProps & Target) {
  return <Anchor component={Link} prefetch={false} {...props} />;
}

/** A link to a page of this site that looks like a button. */
export function ButtonLink(props: ButtonProps & Target) {
  return <Button component={Link} prefetch={false} {...props} />;
}
