// A tab that is opened beside another needs no password without a line either: the key goes from memory to memory.
import { type Held, openVault, vault } from './vault.ts'

interface Word {
  to?: string
  from?: string
  held?: Held
}
/** Tabs of one browser answer at once (ms). */
const patience = 200

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('sepakat.vault')

channel?.addEventListener('message', ({ data: { from } }: MessageEvent<Word>) => {
  const held = vault()
  if (from && held) channel.postMessage({ to: from, held } satisfies Word)
})

/** Opens what another tab has open; null where none has. */
export async function openAsOtherTab(): Promise<Held | null> {
  if (!channel) return null
  const from = String(Math.random())
  const held = await new Promise<Held | null>(resolve => {
    const hear = ({ data }: MessageEvent<Word>) => {
      if (data.to === from && data.held) resolve(data.held)
    }
    channel.addEventListener('message', hear)
    channel.postMessage({ from } satisfies Word)
    setTimeout(() => {
      channel.removeEventListener('message', hear)
      resolve(null)
    }, patience)
  })
  if (held) openVault(held)
  return held
}
