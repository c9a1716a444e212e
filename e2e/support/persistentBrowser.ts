import { readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type BrowserContext, type BrowserContextOptions, chromium, type LaunchOptions } from '@playwright/test'

type Options = LaunchOptions & Pick<BrowserContextOptions, 'serviceWorkers'> & { baseURL: string }

/** A browser with a persistent profile, that may be closed or killed and restarted. */
export class PersistentBrowser {
  private readonly options: Options
  private profile = ''
  private running: BrowserContext | undefined

  constructor(options: Options) {
    this.options = options
  }

  /** The folder of the profile. */
  get folder(): string {
    return this.profile
  }

  /** Starts it; a running one is closed before. */
  async start(): Promise<BrowserContext> {
    await this.running?.close()
    this.profile ||= await mkdtemp(path.join(tmpdir(), 'sepakat-profile-'))
    for (const name of await readdir(this.profile))
      if (name.startsWith('Singleton')) await rm(path.join(this.profile, name), { force: true })
    this.running = await chromium.launchPersistentContext(this.profile, {
      ...this.options,
      viewport: { width: 1280, height: 800 },
      reducedMotion: 'reduce',
      locale: 'id-ID',
      timezoneId: 'Asia/Makassar',
    })
    return this.running
  }

  /** SIGKILL to every process of this profile, as on a power failure. */
  async kill(): Promise<void> {
    for (let own = this.processes(); own.length > 0; own = this.processes()) {
      for (const pid of own) process.kill(pid, 'SIGKILL')
      await sleep(100)
    }
    this.running = undefined
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
    // a zombie keeps its name until its parent has reaped it
    return / Z /.test(stat) ? '' : readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
