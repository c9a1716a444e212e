import {
  addNotices,
  claimNoticeDay,
  type Database,
  postsToTell,
  readSettings,
  reportsToTell,
  transaction,
} from '@sepakat/db'
import { daysAfter, isWorkDay, noticesOn } from '@sepakat/rules'
import { startOfDay } from '@sepakat/rules/periods/dates.ts'
import { dayIn } from '#http/region.ts'
import type { Config } from '../config.ts'

/**
 * Tells people what the calendar asks for today, once: the day is claimed in the transaction that writes its notices. What was
 * missed on days before, while no worker ran, is in it with the words of today.
 */
export const writeNotices = (
  { db, config }: { db: Database; config: Pick<Config, 'smtp'> },
  now: Date,
): Promise<void> =>
  transaction(db, async tx => {
    const { region, reminders: rules } = await readSettings(tx)
    const day = dayIn(region.zone, now)
    if (!isWorkDay(day)) return
    const last = await claimNoticeDay(tx, day, now)
    if (last === null) return
    // a weekend may be told before it
    const ahead = Math.max(0, ...rules.before) + 4
    const reports = await reportsToTell(tx, new Date(startOfDay(daysAfter(day, ahead), region.zone)), region.zone)
    const posts = await postsToTell(tx, ['operator', 'head', 'verifier', 'evaluator', 'coordinator'], day)
    const notices = noticesOn({ day, last, rules, posts, reports })
    const written = notices.map(notice => ({ ...notice, day, about: '', at: now }))
    await addNotices(tx, written, { mail: config.smtp !== null })
  })
