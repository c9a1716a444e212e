import { createContext, useContext } from 'react'
import { useSignal } from '#sync/useSignal.ts'
import { type OtherPerson, type PeopleStore, peopleStoreOf } from './model/peopleStore.ts'

export const PeopleContext = createContext<PeopleStore>(peopleStoreOf())

function usePeopleKey<T>(key: string, read: (people: PeopleStore) => T): T {
  return useSignal(useContext(PeopleContext), key, read)
}

const linesOf = (names: string): string[] => (names === '' ? [] : names.split('\n'))

/** All other users in this report now. */
export const useOthers = (): readonly OtherPerson[] => usePeopleKey('all', people => people.all())
/** Names of the users in this row, or at this cell. */
export const useNamesInRow = (key: string): string[] => linesOf(usePeopleKey(`row ${key}`, people => people.inRow(key)))
export const useNamesAt = (at: string): string[] => linesOf(usePeopleKey(`at ${at}`, people => people.at(at)))
