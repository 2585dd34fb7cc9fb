"use client";

import { createContext } from "react";

/** The id of the form that closes the dialog around. */
export const DismissForm = createContext<string | undefined>(undefined);
