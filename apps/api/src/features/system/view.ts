import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BackupsState, JobsState, MailState } from '@sepakat/db'
import about from '#package.json' with { type: 'json' }

const news = readFileSync(fileURLToPath(new URL('../../../../../CHANGELOG.md', import.meta.url)), 'utf8')
const since = new Date()
/** A job by the clock is done every minute. */
const silenceMs = 5 * 60_000
const weekMs = 7 * 86_400_000

/** What there was none of yet is as old as the installation. */
const isRecent = (at: Date | null, { since }: BackupsState, now: Date): boolean =>
  now.getTime() - (at ?? since).getTime() < weekMs

interface State {
  /** How long the database took to answer. */
  milliseconds: number
  jobs: JobsState
  mail: MailState & { on: boolean }
  backups: BackupsState
}

export const systemView = ({ milliseconds, jobs, mail, backups }: State, now: Date) => {
  const isWorked = jobs.lastAt !== null && now.getTime() - jobs.lastAt.getTime() < silenceMs
  const { lastAt, drilledAt, drillWell } = backups
  return {
    version: about.version,
    since: since.toISOString(),
    now: now.toISOString(),
    database: { milliseconds },
    jobs: { ...jobs, lastAt: jobs.lastAt?.toISOString() ?? null, well: isWorked && jobs.overdue === 0 },
    mail: {
      ...mail,
      lastAt: mail.lastAt?.toISOString() ?? null,
      refused: mail.refused.map(one => ({ ...one, at: one.at.toISOString() })),
    },
    backup: {
      well: isRecent(lastAt, backups, now) && isRecent(drilledAt, backups, now) && drillWell !== false,
      lastAt: lastAt?.toISOString() ?? null,
      drilledAt: drilledAt?.toISOString() ?? null,
      drillWell,
    },
    news,
  }
}
