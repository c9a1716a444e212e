import type { Word } from './news.ts'

/** A word about a submission. */
export type Said = [submission: string, word: Word]

/** With the name of the process, under what PostgreSQL takes as one message (7,999 bytes). */
const mostBytes = 7_500

const matterOf = (word: Word): string => ('person' in word ? word.person : null) ?? word.about

/** Of two about the same matter the newer; a sign that names no place leaves the place that one before it named. */
const newerOf = (before: Word, word: Word): Word => {
  if (before.about === 'answers' && word.about === 'answers' && before.version > word.version) return before
  if (before.about === 'sign' && word.about === 'sign') return { ...before, ...word }
  return word
}

/** Words that wait to go out: of one submission the newest about each matter. */
export const gathered = () => {
  let waiting = new Map<string, Said>()
  return {
    add: (submission: string, word: Word): void => {
      const key = `${submission} ${matterOf(word)}`
      const before = waiting.get(key)?.[1]
      waiting.set(key, [submission, before ? newerOf(before, word) : word])
    },
    /** All of them, in parts that fit into one message each. */
    take: (): Said[][] => {
      const parts: Said[][] = []
      let room = 0
      for (const said of waiting.values()) {
        const bytes = Buffer.byteLength(JSON.stringify(said)) + 1
        if (bytes > room) {
          parts.push([])
          room = mostBytes
        }
        parts.at(-1)!.push(said)
        room -= bytes
      }
      waiting = new Map()
      return parts
    },
  }
}
