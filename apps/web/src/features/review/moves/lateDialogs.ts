// Dialogs that most readers of a report never open, with their long lists of choices: chunks of their own, loaded on demand.
import { late } from '#ui/late.tsx'

export const ReturnDialog = late(async () => (await import('./ReturnDialog.tsx')).ReturnDialog)
export const ReopenDialog = late(async () => (await import('./ReopenDialog.tsx')).ReopenDialog)
export const DeclineDialog = late(async () => (await import('./ReasonDialog.tsx')).DeclineDialog)
export const UnclaimDialog = late(async () => (await import('./ReasonDialog.tsx')).UnclaimDialog)
