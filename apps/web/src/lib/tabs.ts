// All tabs of a browser share one session. When another tab signs in as somebody else or switches the post, this one must not
// send what was typed here under that name: its requests are held until the tab is loaded anew or the other comes back.
import type { Me } from './apiTypes.ts'
import { isOnlyHere, leavePage } from './onlyHere.ts'

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('sepakat.session')
let release: (() => void) | null = null
let held: Promise<void> | null = null
let say = (_same: boolean): void => {}

export const actingKey = (me: Me): string => `${me.person.id}/${me.post?.id ?? ''}`

const closed = 'closed'
/** The screen is locked, or its person has left, in all tabs at once; one that alone holds something stays until it is asked to sign in. */
export function tellClosed(): void {
  channel?.postMessage(closed)
  clear()
}

const clearing = new Set<() => void>()
/** Calls back when nobody is at work here any more, or another is: what this tab has opened beside itself must not stay to be read. */
export const onLeft = (callback: () => void): unknown => clearing.add(callback)
function clear(): void {
  for (const callback of clearing) callback()
}

/** Tells the other tabs as whom the session acts from now on. */
export const tellOtherTabs = (me: Me): void => channel?.postMessage(actingKey(me))

/**
 * Calls back with whether the session still acts as `me`, each time another tab says as whom it acts. `go`: this tab goes with the
 * others, unless it `stays`. Gives the way to stop.
 */
export function watchOtherTabs(
  me: Me,
  changed: (same: boolean) => void,
  go: () => void = leavePage,
  stays: () => boolean = isOnlyHere,
): () => void {
  const hear = ({ data }: MessageEvent<unknown>) => {
    if (data === closed) {
      clear()
      return stays() ? undefined : go()
    }
    const same = data === actingKey(me)
    if (same) letGo()
    else hold()
    changed(same)
  }
  channel?.addEventListener('message', hear)
  say = changed
  changed(true)
  return () => {
    say = () => {}
    channel?.removeEventListener('message', hear)
    letGo()
  }
}

/** The server says that the session acts as somebody else. */
export function actsElsewhere(): void {
  hold()
  say(false)
}

function hold(): void {
  clear()
  held ??= new Promise(resolve => {
    release = resolve
  })
}

function letGo(): void {
  release?.()
  release = null
  held = null
}

/** Another is at work in another tab: this one stands still. */
export const isHeld = (): boolean => held !== null

/** Settles at once, or when requests may go out again. */
export const maySend = async (): Promise<void> => {
  if (held) await held
}
