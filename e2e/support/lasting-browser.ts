import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type BrowserContext, chromium, type LaunchOptions } from '@playwright/test'

/** A browser with a profile of its own, that may be killed and started again on it. */
export class LastingBrowser {
  private readonly options: LaunchOptions & { baseURL: string }
  private profile = ''

  constructor(options: LaunchOptions & { baseURL: string }) {
    this.options = options
  }

  async start(): Promise<BrowserContext> {
    this.profile ||= await mkdtemp(path.join(tmpdir(), 'sepakat-profile-'))
    for (const name of await readdir(this.profile))
      if (name.startsWith('Singleton')) await rm(path.join(this.profile, name), { force: true })
    return chromium.launchPersistentContext(this.profile, {
      ...this.options,
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      locale: 'id-ID',
      timezoneId: 'Asia/Makassar',
    })
  }

  /** SIGKILL to every process of this profile, as when the power fails. */
  async kill(): Promise<void> {
    for (let own = this.processes(); own.length > 0; own = this.processes()) {
      for (const pid of own) process.kill(pid, 'SIGKILL')
      await sleep(100)
    }
  }

  async close(): Promise<void> {
    await this.kill()
    await rm(this.profile, { recursive: true, force: true, maxRetries: 3 })
  }

  private processes(): number[] {
    return readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .filter(pid => commandOf(pid).includes(`--user-data-dir=${this.profile}`))
      .map(Number)
  }
}

const commandOf = (pid: string): string => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // a zombie keeps its name until its parent has heard of it
    return / Z /.test(stat) ? '' : readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
