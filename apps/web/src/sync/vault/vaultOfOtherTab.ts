// A second tab needs no password even while offline: it gets the key from the memory of the first.
import { channelOf } from '../tabs/channelOf.ts'
import { isHeld } from '../tabs/tabs.ts'
import { type Held, vault } from './vault.ts'

interface Word {
  to?: string
  from?: string
  held?: Held
}
/** Tabs of one browser answer at once (ms). */
const timeoutMs = 200

const channel = channelOf<Word>('sepakat.vault')

channel.hear(({ from }) => {
  const held = vault()
  // a suspended tab, where another user is signed in by now, passes nothing on
  if (from && held && !isHeld()) channel.post({ to: from, held })
})

/** The vault of another tab; null where none is open. */
export async function vaultOfOtherTab(): Promise<Held | null> {
  const from = String(Math.random())
  return new Promise<Held | null>(resolve => {
    const off = channel.hear(({ to, held }) => {
      if (to === from && held) resolve(held)
    })
    channel.post({ from })
    setTimeout(() => {
      off()
      resolve(null)
    }, timeoutMs)
  })
}
