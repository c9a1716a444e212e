import { useEffect, useState } from 'react'
import { api } from '../../lib/api.ts'
import { subscribeToUpdates } from '../../lib/liveUpdates.ts'
import { announce } from '../../ui/announce.ts'
import { type PeopleStore, peopleStoreOf } from './model/peopleStore.ts'
import type { Hand, ViewStore } from './model/viewStore.ts'

/** While somebody else is there and one stays where one is; the server lets go of who gives no sign for 18 seconds. */
const beatMs = 12_000
/** Who runs through many cells says where he or she came to rest. */
const restMs = 700

const anchorOf = (hand: Hand | null): string =>
  hand === null ? '' : ['', hand.table, hand.row, ...(hand.field === undefined ? [] : [hand.field])].join('/')

/** Hears where the others are, and tells them where one is oneself. Nothing is told while nobody else is there. */
export function usePresence(submission: string, view: ViewStore, active: boolean): PeopleStore {
  const [people] = useState(peopleStoreOf)
  useEffect(() => {
    if (!active) return
    let told: string | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    function tell(): void {
      if (people.all().length === 0) return
      told = anchorOf(view.get().hand)
      api('PUT /submissions/:id/presence', { params: { id: submission }, body: { at: told } }).catch(() => undefined)
      tellIn(beatMs)
    }
    function tellIn(wait: number): void {
      clearTimeout(timer)
      timer = setTimeout(tell, wait)
    }
    const ignoreHand = view.on('hand', () => {
      if (anchorOf(view.get().hand) !== told && people.all().length > 0) tellIn(restMs)
    })
    const ignoreUpdates = subscribeToUpdates(submission, {
      update: update => {
        if (update.about !== 'people') return
        const come = people.set(update.people)
        for (const { name } of come) announce(`${name} juga mengisi laporan ini.`)
        if (come.length > 0) tell()
      },
      connection: open => !open && people.set([]),
    })
    return () => {
      clearTimeout(timer)
      ignoreHand()
      ignoreUpdates()
      people.set([])
    }
  }, [people, submission, view, active])
  return people
}
