// Noise is failure: a warning on the console is a defect nobody has looked at yet.
import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach, expect, vi } from 'vitest'

// Files share a jsdom, not what the product's modules remember: else what one leaves waiting stands in the head of another's page.
vi.resetModules()

// What is waited for comes later on a machine that runs other stages besides.
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
