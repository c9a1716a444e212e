import type { Narrative } from '@sepakat/rules/editions/Narrative.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { setSaveState } from '#sync/saveState.ts'
import { useMe } from '#sync/session/me.tsx'
import { api } from '#sync/transport/api.ts'
import { invalidate } from '#sync/transport/invalidate.ts'
import { readDraftText, writeDraftText } from '#sync/vault/draftTexts.ts'
import { keepsOnDevice } from '#sync/vault/keepsOnDevice.ts'
import { type EditionSection, sectionQuery } from './queries.ts'
import { sectionWriter, type Unsent, type Writing } from './sectionWriter.ts'

/** Where the unsent text of a section is stored on the device. */
export const unsentPlace = (edition: string, section: string): string => `edition ${edition} ${section}`

type Writer = ReturnType<typeof sectionWriter>

/** Texts that were left before the server had them: they are sent on, and the header of every page counts them. */
const live = new Map<string, Writer>()

/** The writer of a text that has something unsent. */
const writerAt = (place: string): Writer | undefined => live.get(place)

/** Counts a text as unsent from its first change until the server has it, on whatever page the person is. */
function follow(place: string, writer: Writer): void {
  writer.writing.listen(({ state }) => {
    if (state === 'saved') live.delete(place)
    else live.set(place, writer)
    setSaveState(place, state === 'saved' ? null : countOf(state))
  })
}

const countOf = (state: Writing['state']) => ({
  waiting: state === 'waiting' || state === 'unreached' ? 1 : 0,
  sending: state === 'saving' ? 1 : 0,
  stuck: state === 'conflict' || state === 'refused' ? 1 : 0,
  onPage: keepsOnDevice() ? 0 : 1,
})

const same = (a: Narrative, b: Narrative): boolean => JSON.stringify(a) === JSON.stringify(b)

interface Opened {
  /** What the editor opens with; another `n` opens it again. */
  narrative: Narrative
  n: number
  writer: ReturnType<typeof sectionWriter>
}

/** Opens the text of a section to be written: what this device has unsent goes before what the server has. Null until that is read. */
export function useSectionWriter(edition: string, section: EditionSection): Opened | null {
  const client = useQueryClient()
  const { person } = useMe()
  const place = unsentPlace(edition, section.id)
  const [opened, setOpened] = useState<Opened | null>(null)
  const latest = useRef(section)
  latest.current = section

  const open = useRef((kept: Unsent | null, n: number): void => {
    const { rev, id, narrative } = latest.current
    const writer = sectionWriter({
      rev: kept?.base ?? rev,
      put: ({ base, narrative: written }) =>
        api('PUT /editions/:id/sections/:section', {
          params: { id: edition, section: id },
          body: { base, narrative: written },
        }),
      keep: unsent => void writeDraftText(person.id, place, unsent ? JSON.stringify(unsent) : ''),
      onSaved: saved => {
        client.setQueryData(sectionQuery(edition, id).queryKey, saved)
        void invalidate(client, 'GET /editions/:id')
      },
    })
    follow(place, writer)
    if (kept) writer.write(kept.narrative)
    setOpened({ narrative: kept?.narrative ?? narrative, n, writer })
  })
  useEffect(() => {
    const left = writerAt(place)
    const narrative = left?.unsent()
    if (left && narrative) {
      setOpened({ narrative, n: 0, writer: left })
      return
    }
    let here = true
    void readDraftText(person.id, place).then(text => {
      const kept = text ? (JSON.parse(text) as Unsent) : null
      if (here) open.current(kept && !same(kept.narrative, latest.current.narrative) ? kept : null, 0)
    })
    return () => {
      here = false
    }
  }, [person.id, place])

  const { rev, narrative } = section
  useEffect(() => {
    // another person saved it while nothing of this device was unsent
    if (opened?.writer.isBehind(rev) && !same(narrative, opened.narrative)) open.current(null, opened.n + 1)
  }, [rev, narrative, opened])
  useEffect(() => {
    const { writer } = opened ?? {}
    return () => void writer?.send()
  }, [opened])
  return opened
}
