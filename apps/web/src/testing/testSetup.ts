// Noise is failure: a warning on the console is a defect that was not examined yet.
import { cleanup, configure } from '@testing-library/react'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, vi } from 'vitest'

// Files share a jsdom, not the modules' state: otherwise what one leaves pending appears in the header of another's page.
vi.resetModules()
// Nor what one stored on the device: a file of the same id, left by another user, keeps a queue waiting.
if ('indexedDB' in globalThis) globalThis.indexedDB = new IDBFactory()

// Timeouts are longer on a machine that runs other stages at the same time.
configure({ asyncUtilTimeout: 8000 })

beforeEach(() => {
  localStorage.clear()
  vi.spyOn(console, 'error').mockImplementation((...words) => expect.fail(`console.error: ${words.join(' ')}`))
  vi.spyOn(console, 'warn').mockImplementation((...words) => expect.fail(`console.warn: ${words.join(' ')}`))
})
afterEach(() => {
  cleanup()
  document.body.replaceChildren()
})

// jsdom has the dialog element without its methods.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true
}
HTMLDialogElement.prototype.close = function close() {
  if (!this.open) return
  this.open = false
  this.dispatchEvent(new Event('close'))
}
