import { createContext, useContext } from 'react'

interface Contact {
  name: string
  whatsapp: string
}

/** The coordinator, as the region set it: every error names whom to ask, also one that no server answered. */
export const WhomToAsk = createContext<Contact | null>(null)

export const useWhomToAsk = (): Contact | null => useContext(WhomToAsk)
