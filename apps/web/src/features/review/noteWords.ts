import type { IconName } from '#ui/icons/Icon.tsx'
import type { TagTone } from '#ui/Tag.tsx'
import type { Note } from './ReviewContext.ts'

/** The state of a note, for its author. */
export const noteWords: Record<Note['status'], string> = { open: 'terbuka', answered: 'dijawab', resolved: 'selesai' }
export const noteTones: Record<Note['status'], TagTone> = { open: 'warn', answered: 'info', resolved: 'good' }
export const noteIcons: Record<Note['status'], IconName> = { open: 'note', answered: 'send', resolved: 'check' }
