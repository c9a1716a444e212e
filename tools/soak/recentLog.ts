/** What a proof did lately, a line of JSON each with its time, the oldest first. */
export interface RecentLog {
  note: (kind: 'request' | 'step' | 'kill' | 'check', about: object) => void
  lines: () => string[]
  /** How many requests so far the server itself could not carry out; one that is too busy says so. */
  serverErrors: () => number
}

/** A long text with its beginning alone: what was asked and answered is told by it. */
export const shortened = (text: string, most = 2000): string =>
  text.length <= most ? text : `${text.slice(0, most)}… (${text.length} characters)`

/** @param most lines that are kept; of a long run the last minutes are of use */
export const createRecentLog = (most = 20_000): RecentLog => {
  let all: string[] = []
  let errors = 0
  return {
    note: (kind, about: { status?: number; got?: string }) => {
      if ((about.status ?? 0) >= 500 && !about.got?.includes('"code":"busy"')) errors += 1
      all.push(JSON.stringify({ at: new Date().toISOString(), kind, ...about }))
      if (all.length >= 2 * most) all = all.slice(-most)
    },
    lines: () => all.slice(-most),
    serverErrors: () => errors,
  }
}
