// Dialogs that most readers of a report never open, with their long lists of choices: chunks of their own, loaded on demand.
import { lazy } from 'react'

export const ReturnDialog = lazy(async () => ({ default: (await import('./ReturnDialog.tsx')).ReturnDialog }))
export const ReopenDialog = lazy(async () => ({ default: (await import('./ReopenDialog.tsx')).ReopenDialog }))
export const DeclineDialog = lazy(async () => ({ default: (await import('./ReasonDialog.tsx')).DeclineDialog }))
export const UnclaimDialog = lazy(async () => ({ default: (await import('./ReasonDialog.tsx')).UnclaimDialog }))
