import type { EventType } from '../eventTypes.ts'
import { accountEventWords } from './accountEventWords.ts'
import { regionEventWords } from './regionEventWords.ts'
import { reportEventWords } from './reportEventWords.ts'
import type { Tell } from './Tell.ts'

/** What each type of event says, after the name of who did it: the words of the audit trail, and of a report's own history. */
export const eventWords: Readonly<Record<EventType, Tell>> = {
  ...reportEventWords,
  ...accountEventWords,
  ...regionEventWords,
}
