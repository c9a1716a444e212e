import { createContext, type ReactNode } from 'react'

/** The help button of the current page, shown by its heading; null for none. */
export const PageHelp = createContext<ReactNode>(null)
