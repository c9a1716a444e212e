// The service worker: registered once, checked at intervals for a new version of the application, and activated
// when the user agrees. Nothing ever reloads by itself; a tab with the old version goes on with it.
import { useStore } from '@nanostores/react'
import { atom } from 'nanostores'

/** `ready`: a new version is installed on this device. `used`: another tab has activated it. */
export type NewVersion = 'ready' | 'used' | null

const each = 3_600_000

/** A busy browser may not have started the new version yet, or waits for what the old one still answers (times, ms). */
const tellings = 5
const tellEach = 2000

const state = atom<NewVersion>(null)
let known: ServiceWorkerRegistration | null = null
let accepted = false

/** Once, after the application is up: the files it fetches must not delay the first page. */
export async function keepAppOnDevice(): Promise<void> {
  const { serviceWorker } = navigator
  if (!serviceWorker || !import.meta.env.PROD) return
  let had = serviceWorker.controller !== null
  serviceWorker.addEventListener('controllerchange', () => {
    if (accepted) location.reload()
    else if (had) state.set('used')
    had = true
  })
  try {
    watch(await serviceWorker.register('/sw.js', { updateViaCache: 'none' }))
  } catch {
    // A browser that refuses it (a private window, a full disk) works online as before.
  }
}

function watch(registration: ServiceWorkerRegistration): void {
  known = registration
  const look = () => {
    const { installing, waiting } = registration
    installing?.addEventListener('statechange', look)
    // the very first version waits for nothing
    if (waiting && navigator.serviceWorker.controller) state.set('ready')
  }
  look()
  registration.addEventListener('updatefound', look)
  const ask = () => registration.update().catch(() => undefined)
  setInterval(ask, each)
  addEventListener('online', ask)
}

/** Reloads this tab, with the new version as soon as the browser has activated it. What is unsent is on the device and is restored. */
export function takeNewVersion(): void {
  accepted = true
  tell(tellings)
}

function tell(times: number): void {
  if (state.get() === 'used' || times === 0) location.reload()
  else {
    known?.waiting?.postMessage('use-now')
    setTimeout(tell, tellEach, times - 1)
  }
}

export const useNewVersion = (): NewVersion => useStore(state)
