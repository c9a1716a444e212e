// Where the other users of the same report are. Rows and cells subscribe by anchor, so that a move notifies only two of them.

import { rowAnchorOf } from '#sheet/answers/cells.ts'
import { signals } from '#sync/signals.ts'

/** `at`: the anchor of the focus; '' for none, or one that may not be seen from here. */
export interface OtherPerson {
  person: string
  name: string
  at: string
}

export type PeopleStore = ReturnType<typeof peopleStoreOf>

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
    /** Names of users at this very anchor, one a line. */
    at: (anchor: string): string => namesWhere(at => at === anchor),
    /** Names of users in this row, one a line. */
    inRow: (key: string): string => namesWhere(at => rowAnchorOf(at) === key),
    /** Returns those who were not there before. */
    set(next: readonly OtherPerson[]): OtherPerson[] {
      const before = people
      people = next
      for (const anchor of new Set([...before, ...next].map(({ at }) => at))) {
        emit(`at ${anchor}`)
        emit(`row ${rowAnchorOf(anchor)}`)
      }
      emit('all')
      return next.filter(({ person }) => before.every(one => one.person !== person))
    },
  }
}
