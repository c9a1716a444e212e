import type { News } from './news.ts'

/** With the name of the process, well under what PostgreSQL takes as one message (7,999 bytes). */
const most = 80

/** Rings that wait to go out: of one submission the newest of each matter. */
export const gathered = () => {
  let waiting = new Map<string, [string, News]>()
  return {
    add: (submission: string, news: News): void => {
      const key = `${submission} ${news.about}`
      const before = waiting.get(key)?.[1]
      const newer = before?.about === 'answers' && news.about === 'answers' && before.version > news.version
      if (!newer) waiting.set(key, [submission, news])
    },
    /** All of them, in parts that fit into one message each. */
    take: (): [string, News][][] => {
      const all = [...waiting.values()]
      waiting = new Map()
      return Array.from({ length: Math.ceil(all.length / most) }, (_, part) =>
        all.slice(part * most, (part + 1) * most),
      )
    },
  }
}
