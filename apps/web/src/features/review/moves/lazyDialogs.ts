// Dialogs that most readers of a report never open, and the long lists of choices in them: chunks of their own, brought when asked for.
import { lazy } from 'react'

export const ReturnDialog = lazy(async () => ({ default: (await import('./ReturnDialog.tsx')).ReturnDialog }))
export const ReopenDialog = lazy(async () => ({ default: (await import('./ReopenDialog.tsx')).ReopenDialog }))
export const DeclineDialog = lazy(async () => ({ default: (await import('./ReasonDialog.tsx')).DeclineDialog }))
export const UnclaimDialog = lazy(async () => ({ default: (await import('./ReasonDialog.tsx')).UnclaimDialog }))
