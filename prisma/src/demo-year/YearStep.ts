import { type Answers, type EventType, type FormId, moveEvents } from '@sepakat/rules'

/** A small PDF that proves an answer. */
interface YearFile {
  id: string
  anchor: string
  title: string
}

/** What somebody does to one report at an instant, as a request to the API. */
export interface YearStep {
  at: Date
  /** The user name of who does it. */
  by: string
  /** Of the obligation; `number` 2 is its Perubahan. */
  obligation: string
  form: FormId
  number: 1 | 2
  does:
    | { what: 'create'; answers: Answers }
    | { what: 'renew'; reason: string }
    | { what: 'attach'; file: YearFile }
    | { what: 'move'; move: 'submit' | 'claim' | 'return' | 'approve' | 'reopen'; body: object }
    | { what: 'tick'; anchors: string[] }
    | { what: 'note'; note: { id: string; anchor: string; text: string } }
    | { what: 'answer-notes'; text: string }
    | { what: 'resolve'; note: string }
    | { what: 'evaluate'; answers: Answers }
    | { what: 'correct'; changeId: string; pointer: string; value: string }
    | { what: 'extend'; dueAt: Date; reason: string }
}

/** The event that each always leaves; null where it can be done again, and changes nothing then. */
export const eventOf = ({ does }: YearStep): EventType | null => {
  switch (does.what) {
    case 'create':
    case 'renew':
      return 'submission.created'
    case 'attach':
      return 'attachment.added'
    case 'move':
      return moveEvents[does.move]
    case 'note':
      return 'note.added'
    case 'resolve':
      return 'note.resolved'
    case 'extend':
      return 'submission.extended'
    case 'tick':
    case 'answer-notes':
    case 'evaluate':
    case 'correct':
      return null
  }
}
