import { expect, it } from 'vitest'
import { openDatabase } from '../database.ts'
import { ensureAppAccount } from '../migrate/appAccount.ts'
import { readMigrations } from '../migrate/folder.ts'
import { migrateAsOf } from '../migrate/migrateAsOf.ts'
import { prepareDatabase } from '../prepareDatabase.ts'
import { emptyTestDatabase } from '../testing.ts'
import { differingLines } from './testingLines.ts'

/** Three offices that owe twenty years of a report, and have submitted ten. */
const reportsOfBefore = `
  INSERT INTO office (id, kind, confidence, path) SELECT gen_random_uuid(), 'dinas', 'T1', '{}' FROM generate_series(1, 3);
  INSERT INTO form_version (form, version, body, sha256, published_by) VALUES ('spm/triwulan', 1, '{}', repeat('0', 64), 'system');
  INSERT INTO obligation (id, office_id, form, period, due_at)
    SELECT gen_random_uuid(), o.id, 'spm/triwulan', y::text, make_date(y, 2, 1) FROM office o, generate_series(2010, 2029) y;
  INSERT INTO submission (id, office_id, form, report_type, period, form_version, status, due_at, created_by)
    SELECT id, office_id, form, 'spm', period, 1, 'submitted', due_at, 'system' FROM obligation WHERE period < '2020';
  INSERT INTO note (id, submission_id, anchor, text, by) SELECT gen_random_uuid(), id, '', '', 'system' FROM submission, generate_series(1, 2)`

it('a database of the version before lines has them once it is upgraded', async () => {
  const old = await emptyTestDatabase()
  await ensureAppAccount(old.ownerUrl, old.appUrl)
  const before = readMigrations().filter(({ name }) => name < '20261201090000_report_line')
  await migrateAsOf(
    old.ownerUrl,
    before.map(({ name, checksum: sha256 }) => ({ name, sha256 })),
  )
  const kept = openDatabase({ url: old.appUrl, max: 2 })
  try {
    await kept.pool.query(reportsOfBefore)
    await prepareDatabase(old, 'nothing')
    expect(await differingLines(kept)).toEqual([])
    const { rows } = await kept.pool.query(
      `SELECT list, count(*)::int AS n FROM report_line GROUP BY list ORDER BY list`,
    )
    expect(rows).toEqual([
      { list: 'obligation', n: 60 },
      { list: 'submission', n: 30 },
    ])
  } finally {
    await kept.close()
    await old.dispose()
  }
})
