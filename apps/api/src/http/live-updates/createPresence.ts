import type { Place } from './news.ts'

/** Who gives no sign for this long is no longer shown. Devices sign every 12 seconds while somebody else is there. */
const lifeMs = 18_000

type Sign = Omit<Place, 'at'> & Partial<Pick<Place, 'at'>>

/** Where those are who fill in reports now: in memory alone, and gone by itself. What changes is told as true. */
export const createPresence = () => {
  const reports = new Map<string, Map<string, Place & { until: number }>>()
  const leave = (submission: string, person: string): boolean => {
    const people = reports.get(submission)
    const was = people?.delete(person) === true
    if (people?.size === 0) reports.delete(submission)
    return was
  }
  return {
    sign: (submission: string, { person, name, at }: Sign, now: number): boolean => {
      const people = reports.get(submission) ?? new Map()
      const before = people.get(person)
      const place = at ?? before?.at ?? ''
      people.set(person, { person, name, at: place, until: now + lifeMs })
      reports.set(submission, people)
      return before?.at !== place
    },
    leave,
    of: (submission: string): Place[] =>
      [...(reports.get(submission)?.values() ?? [])].map(({ until: _, ...place }) => place),
    /** Lets go of who gave no sign; gives the submissions in which somebody went. */
    sweep: (now: number): Set<string> => {
      const changed = new Set<string>()
      for (const [submission, people] of reports)
        for (const { person, until } of people.values())
          if (until <= now && leave(submission, person)) changed.add(submission)
      return changed
    },
  }
}
