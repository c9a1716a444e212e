import path from 'node:path'
import { type Source, targetsOf } from '../conventions/sources.ts'

/** Where two files part: a folder, and what in it leads to each. */
interface Arrow {
  folder: string
  from: string
  to: string
  said: string
}

const arrowOf = (file: string, target: string): Arrow | null => {
  const a = file.split('/')
  const b = target.split('/')
  const at = a.findIndex((part, i) => part !== b[i])
  const [from, to] = [a[at], b[at]]
  return from === undefined || to === undefined
    ? null
    : { folder: path.posix.join(...a.slice(0, at)), from, to, said: `${file} → ${target}` }
}

/**
 * Imports that go against the one way of a folder: its files and subfolders are put in an order, importers first, and what points
 * back is listed, types included. None: no two of them, at any depth, reach each other. Where they do, the order is a greedy one
 * (Eades, Lin, Smyth 1993), so that the list is short but not surely the shortest.
 */
export const upwardArrows = (sources: Source[]): string[] => {
  const arrows = sources.flatMap(source => targetsOf(source).flatMap(target => arrowOf(source.file, target) ?? []))
  return [...Map.groupBy(arrows, arrow => arrow.folder).values()].flatMap(within => {
    const order = orderOf(within)
    return within.filter(({ from, to }) => order.indexOf(from) > order.indexOf(to)).map(({ said }) => said)
  })
}

const orderOf = (arrows: Arrow[]): string[] => {
  const left = new Set(arrows.flatMap(({ from, to }) => [from, to]))
  const first: string[] = []
  const last: string[] = []
  while (left.size > 0) {
    const among = arrows.filter(({ from, to }) => left.has(from) && left.has(to))
    const out = (unit: string) => among.filter(({ from }) => from === unit).length
    const into = (unit: string) => among.filter(({ to }) => to === unit).length
    const units = [...left].sort()
    const sink = units.find(unit => out(unit) === 0)
    const next =
      sink ??
      units.find(unit => into(unit) === 0) ??
      units.reduce((a, b) => (out(b) - into(b) > out(a) - into(a) ? b : a))
    if (sink === undefined) first.push(next)
    else last.unshift(next)
    left.delete(next)
  }
  return [...first, ...last]
}
