import { setSaveState } from '#sync/saveState.ts'
import { keepsOnDevice } from '#sync/vault/keepsOnDevice.ts'
import type { sectionWriter, Writing } from './sectionWriter.ts'

type Writer = ReturnType<typeof sectionWriter>

/** Texts that were left before the server had them: they are sent on, and the header of every page counts them. */
const live = new Map<string, Writer>()

/** The writer of a text that has something unsent. */
export const writerAt = (place: string): Writer | undefined => live.get(place)

/** Counts a text as unsent from its first change until the server has it, on whatever page the person is. */
export function follow(place: string, writer: Writer): void {
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
