import type { ReadForm } from '@sepakat/rules/sheet/readForm.ts'
import { createContext, useContext } from 'react'

export const ReadFormContext = createContext<ReadForm | null>(null)

/** The frozen form that is read here. */
export function useReadForm(): ReadForm {
  const form = useContext(ReadFormContext)
  if (!form) throw new Error('no form is read here')
  return form
}
