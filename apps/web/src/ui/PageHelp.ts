import { createContext, type ReactNode } from 'react'

/** The way to the help of the page in hand, which its heading shows; null where there is none. */
export const PageHelp = createContext<ReactNode>(null)
