import { useEffect, useState } from 'react'
import { joined } from '#sheet/answers/cells.ts'
import { subscribeToUpdates } from '#sync/live/liveUpdates.ts'
import { api } from '#sync/transport/api.ts'
import { announce } from '#ui/announce.ts'
import { type PeopleStore, peopleStoreOf } from './model/peopleStore.ts'
import type { Hand, ViewStore } from './model/viewStore.ts'

/** Sent at this interval while other users are present; the server drops a user without a sign for 18 seconds. */
const beatMs = 12_000
/** A user who moves through many cells reports only where he or she comes to rest. */
const restMs = 700

const anchorOf = (hand: Hand | null): string => (hand === null ? '' : joined(hand))

/** Receives where the others are, and reports where this user is. Nothing is reported while no other user is present. */
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
      live: open => !open && people.set([]),
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
