import { useState } from 'react'
import type { CockpitLineData } from './cockpitQuery.ts'
import type { Kept } from './withDone.ts'

type One = Kept<CockpitLineData>

/** The lines that stay on the page until it is left, whatever is read meanwhile: what was typed in them must not be lost. */
export function useKept() {
  const [kept, setKept] = useState<readonly One[]>([])
  const change = (line: CockpitLineData, at: number, what: Partial<One>) =>
    setKept(known => {
      const before = known.find(one => one.line.id === line.id)
      const next: One = { at, sentence: null, open: false, ...before, line, ...what }
      const all = before ? known.map(one => (one === before ? next : one)) : [...known, next]
      return all.filter(one => one.open || one.sentence !== null)
    })
  return { kept, change }
}
