import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { findChromium } from './findChromium.ts'

it('the browser named by CHROMIUM_PATH is taken if it starts, and refused if not', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sepakat-browser-'))
  try {
    const browser = path.join(folder, 'browser')
    writeFileSync(browser, '#!/bin/sh\necho Chromium 1\n')
    await expect(findChromium({ CHROMIUM_PATH: browser })).rejects.toThrow('does not start')
    chmodSync(browser, 0o755)
    expect(await findChromium({ CHROMIUM_PATH: browser })).toBe(browser)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
