// All tabs of a browser share one session. When another tab signs in as another user or switches the post, this one must not
// send what was typed here under that name: its requests are held until the tab is reloaded or the other switches back.
import { atom } from 'nanostores'
import type { Me } from '../apiTypes.ts'
import { channelOf } from './channelOf.ts'
import { isOnlyHere, leavePage } from './onlyHere.ts'

const channel = channelOf<string>('sepakat.session')
let release: (() => void) | null = null
let held: Promise<void> | null = null
let say = (_same: boolean): void => {}

export const actingKey = (me: Me): string => `${me.person.id}/${me.post?.id ?? ''}`

const closed = 'closed'
/** Screen lock and sign-out apply to all tabs at once; a tab that alone holds data stays until it is asked to sign in. */
export function tellClosed(): void {
  channel.post(closed)
  clear()
}

/** How often a user left. */
const left = atom(0)
/** Calls back on sign-out and on another user: what this tab has opened in other windows must be closed. */
export const onLeft = (callback: () => void): unknown => left.listen(callback)
const clear = (): void => left.set(left.get() + 1)

/** Tells the other tabs the session's user and post from now on. */
export const tellOtherTabs = (me: Me): void => channel.post(actingKey(me))

/**
 * Calls back with whether the session still acts as `me`, each time another tab reports its user. `go`: this tab leaves with the
 * others, unless it `stays`. Returns the function to stop.
 */
export function watchOtherTabs(
  me: Me,
  changed: (same: boolean) => void,
  go: () => void = leavePage,
  stays: () => boolean = isOnlyHere,
): () => void {
  const off = channel.hear(data => {
    if (data === closed) {
      clear()
      return stays() ? undefined : go()
    }
    const same = data === actingKey(me)
    if (same) letGo()
    else hold()
    changed(same)
  })
  say = changed
  changed(true)
  return () => {
    say = () => {}
    off()
    letGo()
  }
}

/** The server says that the session acts as another user or post. */
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

/** Another user is signed in in another tab: this one is suspended. */
export const isHeld = (): boolean => held !== null

/** Settles at once, or when requests may be sent again. */
export const maySend = async (): Promise<void> => {
  if (held) await held
}
