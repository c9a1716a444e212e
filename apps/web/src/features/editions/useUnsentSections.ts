import { useEffect, useState } from 'react'
import { useMe } from '#sync/session/me.tsx'
import { readDraftText } from '#sync/vault/draftTexts.ts'
import type { Edition } from './queries.ts'
import { unsentPlace } from './unsentPlace.ts'

/** The sections of which this device has a text that the server does not: left offline, or when the page was closed. */
export function useUnsentSections({ id, chapters, may }: Edition): ReadonlySet<string> {
  const { person } = useMe()
  const [unsent, setUnsent] = useState<ReadonlySet<string>>(new Set())
  useEffect(() => {
    let here = true
    const all = may.write ? chapters.flatMap(({ sections }) => sections.map(section => section.id)) : []
    void Promise.all(
      all.map(async section => ((await readDraftText(person.id, unsentPlace(id, section))) ? section : null)),
    ).then(found => {
      if (here) setUnsent(new Set(found.filter(section => section !== null)))
    })
    return () => {
      here = false
    }
  }, [person.id, id, chapters, may.write])
  return unsent
}
