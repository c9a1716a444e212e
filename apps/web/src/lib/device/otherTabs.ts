// A tab that is opened beside another needs no password without a line either: the key goes from memory to memory.
import { isHeld } from '../tabs.ts'
import { type Held, vault } from './vault.ts'

interface Word {
  to?: string
  from?: string
  held?: Held
}
/** Tabs of one browser answer at once (ms). */
const timeoutMs = 200

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('sepakat.vault')

channel?.addEventListener('message', ({ data: { from } }: MessageEvent<Word>) => {
  const held = vault()
  // one that stands still, since another person is at work, gives nothing on
  if (from && held && !isHeld()) channel.postMessage({ to: from, held } satisfies Word)
})

/** What another tab has open; null where none has. */
export async function heldByOtherTab(): Promise<Held | null> {
  if (!channel) return null
  const from = String(Math.random())
  return new Promise<Held | null>(resolve => {
    const hear = ({ data }: MessageEvent<Word>) => {
      if (data.to === from && data.held) resolve(data.held)
    }
    channel.addEventListener('message', hear)
    channel.postMessage({ from } satisfies Word)
    setTimeout(() => {
      channel.removeEventListener('message', hear)
      resolve(null)
    }, timeoutMs)
  })
}
