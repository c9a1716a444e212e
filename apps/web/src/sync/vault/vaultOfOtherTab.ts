// A second tab needs no password even while offline: it gets the key from the memory of the first.
import { isHeld } from '../tabs/tabs.ts'
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
  // a suspended tab, where another user is signed in by now, passes nothing on
  if (from && held && !isHeld()) channel.postMessage({ to: from, held } satisfies Word)
})

/** The vault of another tab; null where none is open. */
export async function vaultOfOtherTab(): Promise<Held | null> {
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
