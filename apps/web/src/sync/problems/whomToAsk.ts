import { createContext, useContext } from 'react'

interface Contact {
  name: string
  whatsapp: string
}

/** The coordinator's contact, as the region set it: shown with every error, also without a server. */
export const WhomToAsk = createContext<Contact | null>(null)

export const useWhomToAsk = (): Contact | null => useContext(WhomToAsk)
