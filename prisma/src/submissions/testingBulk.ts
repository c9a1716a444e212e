import type pg from 'pg'
import { withClient } from '../engine/client.ts'

const lineTriggers = `SELECT format('ALTER TABLE %s %%s TRIGGER %I', t.tgrelid::regclass, t.tgname) AS text
  FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE p.proname LIKE '%lines_changed'`

/** For tests that fill tables by the ten thousand, as their owner: lines are made at once at the end. The statistics know of it. */
export const fillInBulk = (ownerUrl: string, fill: (owner: pg.Client) => Promise<void>): Promise<void> =>
  withClient(ownerUrl, async owner => {
    const { rows } = await owner.query<{ text: string }>(lineTriggers)
    const put = (how: string) => owner.query(rows.map(({ text }) => text.replace('%s', how)).join(';'))
    await put('DISABLE')
    await fill(owner)
    await owner.query('DELETE FROM report_line; INSERT INTO report_line SELECT * FROM report_line_source')
    await put('ENABLE')
    await owner.query('ANALYZE')
  })
