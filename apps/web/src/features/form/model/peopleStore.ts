// Where the others are who fill in the same report. Rows and cells subscribe by their anchor, so that who moves wakes those two.
import { rowOfAnchor } from './evaluated.ts'
import { signals } from './signals.ts'
import { rowKey } from './viewStore.ts'

/** `at`: the anchor in hand; '' where it is none, or none that may be seen from here. */
export interface OtherPerson {
  person: string
  name: string
  at: string
}

export type PeopleStore = ReturnType<typeof peopleStoreOf>

const rowAt = (anchor: string): string | null => {
  const row = rowOfAnchor(anchor)
  return row && rowKey(row)
}

export function peopleStoreOf() {
  const { on, emit } = signals()
  let people: readonly OtherPerson[] = []
  const namesWhere = (is: (at: string) => boolean): string =>
    people
      .filter(({ at }) => at !== '' && is(at))
      .map(({ name }) => name)
      .join('\n')

  return {
    on,
    all: (): readonly OtherPerson[] => people,
    /** Names of those at this very anchor, one a line. */
    at: (anchor: string): string => namesWhere(at => at === anchor),
    /** Names of those in this row, one a line. */
    inRow: (key: string): string => namesWhere(at => rowAt(at) === key),
    /** Gives those who were not there before. */
    set(next: readonly OtherPerson[]): OtherPerson[] {
      const before = people
      people = next
      for (const anchor of new Set([...before, ...next].map(({ at }) => at))) {
        emit(`at ${anchor}`)
        emit(`row ${rowAt(anchor)}`)
      }
      emit('all')
      return next.filter(({ person }) => before.every(one => one.person !== person))
    },
  }
}
