import { writeFile } from 'node:fs/promises'
import { eventHash, sealHash, type Tampering } from '@sepakat/db'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pdf } from '#testing/upload.ts'
import type { Sql } from '#testing/verifying.ts'
import { type Ground, tamperingGround } from './tamperingGround.ts'

let g: Ground
beforeAll(async () => {
  g = await tamperingGround()
})
afterAll(() => g.close())

/** One statement of the application's account, nothing of which stays. */
const bySql = (sql: string, ...values: unknown[]) => g.audit.asApplication(db => db.query(sql, values))
/** The same of one who may do everything, with every trigger off. */
const bySuperuser = (sql: string, ...values: unknown[]) => g.audit.after(db => db.query(sql, values))
/** The same with the triggers as they are. */
const unguarded = async (tamper: (db: Sql) => Promise<unknown>): Promise<Tampering[]> => {
  await g.audit.superuser.query('BEGIN')
  try {
    await tamper(g.audit.superuser)
    return await g.audit.verify()
  } finally {
    await g.audit.superuser.query('ROLLBACK')
  }
}
const changing = (sql: string) => unguarded(db => db.query(sql))

/** That a finding names this, in these words, and says when history last had it right. */
const named = (found: Tampering[], code: Tampering['code'], where: string, message = '') =>
  expect(found).toContainEqual({
    code,
    where: expect.stringContaining(where),
    message: expect.stringContaining(message),
    at: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
  })
/** The same of a guard or a right, which has no history: it is found to be so now. */
const foundNow = (found: Tampering[], code: Tampering['code'], where: string, message = '') =>
  expect(found).toContainEqual({
    code,
    where: expect.stringContaining(where),
    message: expect.stringContaining(message),
    at: null,
  })

describe('history without tampering', () => {
  it('is whole, also against a seal that was noted', async () => {
    expect(await g.audit.verify()).toEqual([])
    expect(await g.audit.verify(g.noted)).toEqual([])
  })
})

describe("what the application's account changes without an event is named, with what and when", () => {
  it('a submitted report that is made approved', async () => {
    const found = await bySql(
      `UPDATE submission SET status = 'approved', approved_revision = latest_revision WHERE id = $1`,
      g.submitted,
    )
    named(found, 'row-changed', `laporan ${g.submitted}`, 'Status sekarang "Disetujui", bukan "Dikirim"')
  })

  it('an approved report that is made returned', async () => {
    const found = await bySql(`UPDATE submission SET status = 'returned' WHERE id = $1`, g.approved)
    named(found, 'row-changed', `laporan ${g.approved}`, 'bukan "Disetujui" seperti yang dicatat peristiwa nomor')
  })

  it('an approved revision that is taken from its report', async () => {
    const found = await bySql('UPDATE submission SET approved_revision = NULL WHERE id = $1', g.approved)
    named(found, 'row-changed', `laporan ${g.approved}`, 'Kiriman yang disetujui sekarang kosong, bukan 1')
  })

  it('a report that is claimed for another', async () => {
    const found = await bySql(`UPDATE submission SET claimed_by = 'post:x' WHERE id = $1`, g.submitted)
    named(found, 'row-changed', `laporan ${g.submitted}`, 'Pemeriksa sekarang "post:x", bukan kosong')
  })

  it('a report that is moved to another office', async () => {
    const found = await bySql('UPDATE submission SET office_id = $2 WHERE id = $1', g.draft, g.team.otherOffice)
    named(
      found,
      'row-changed',
      `laporan ${g.draft}`,
      'Perangkat daerah, formulir, periode, nomor, atau asal tidak sama',
    )
  })

  it('the text of a note', async () => {
    const found = await bySql(`UPDATE note SET text = 'Sudah baik.' WHERE id = $1`, g.note)
    named(found, 'row-changed', `catatan ${g.note}`, 'Teks tidak sama dengan yang dicatat peristiwa nomor')
  })

  it('a note that is deleted', async () => {
    const found = await bySql('DELETE FROM note WHERE id = $1', g.note)
    named(found, 'row-missing', `catatan ${g.note}`, 'tetapi tidak ada lagi')
  })

  it('a note that is closed', async () => {
    const found = await bySql(`UPDATE note SET status = 'resolved' WHERE id = $1`, g.note)
    named(found, 'row-changed', `catatan ${g.note}`, 'Status sekarang')
  })

  it('the answer to a note', async () => {
    const found = await bySql(
      `UPDATE note SET answers = jsonb_set(answers, '{0,text}', '"Tidak akan."') WHERE id = $1`,
      g.answered,
    )
    named(found, 'row-changed', `catatan ${g.answered}`, 'Jawaban tidak sama')
  })

  it('a note without an author', async () => {
    const found = await bySql(
      `INSERT INTO note (id, submission_id, anchor, text, by) SELECT gen_random_uuid(), id, '', 'Mohon dicek.', created_by FROM submission WHERE id = $1`,
      g.submitted,
    )
    named(found, 'row-added', `laporan ${g.submitted}, catatan`, 'Tidak ada peristiwa yang mencatatnya')
  })

  it('the answers of a draft', async () => {
    const found = await bySql(
      `UPDATE answer_row SET fields = jsonb_set(fields, '{served,v}', '"999"') WHERE submission_id = $1 AND row_id = 'gepeng'`,
      g.draft,
    )
    named(found, 'answer-changed', `isian /recipients/gepeng/served`, 'Isian sekarang "999", bukan "150"')
  })

  it('an answer that is taken out', async () => {
    const found = await bySql(`DELETE FROM answer_row WHERE submission_id = $1 AND row_id = 'gepeng'`, g.draft)
    named(found, 'answer-changed', `isian /recipients/gepeng/due`, 'Isian sekarang tidak ada, bukan "200"')
  })

  it('an answer that is nothing at all', async () => {
    const found = await bySql(
      `UPDATE answer_row SET fields = jsonb_set(fields, '{served}', 'null') WHERE submission_id = $1 AND row_id = 'gepeng'`,
      g.draft,
    )
    named(found, 'answer-changed', `isian /recipients/gepeng/served`, 'Isian sekarang tidak ada, bukan "150"')
  })

  it('who typed an answer', async () => {
    const found = await bySql(
      `UPDATE answer_row SET fields = jsonb_set(fields, '{served,by}', '"system"') WHERE submission_id = $1 AND row_id = 'gepeng'`,
      g.draft,
    )
    named(found, 'answer-changed', `isian /recipients/gepeng/served`, 'Siapa, kapan')
  })

  it('the reason of a request to reopen', async () => {
    const found = await bySql(`UPDATE reopen_request SET reason = 'Tidak jadi.' WHERE id = $1`, g.request)
    named(found, 'row-changed', `permintaan buka kembali ${g.request}`, 'Alasan tidak sama')
  })

  it('a request to reopen that is answered', async () => {
    const found = await bySql(
      `UPDATE reopen_request SET status = 'declined', answered_at = now(), answered_by = 'post:x' WHERE id = $1`,
      g.request,
    )
    named(found, 'row-changed', `permintaan buka kembali ${g.request}`, 'Status sekarang')
  })

  it('a row that is ticked', async () => {
    const found = await bySql(
      `INSERT INTO tick (submission_id, n, anchor, by) SELECT id, 1, '/recipients/anak-telantar', created_by FROM submission WHERE id = $1`,
      g.approved,
    )
    named(found, 'row-added', `laporan ${g.approved}, kiriman ke-1, centang /recipients/anak-telantar`)
  })

  it('a tick that is taken away', async () => {
    const found = await bySql('DELETE FROM tick WHERE submission_id = $1', g.approved)
    named(found, 'row-missing', `laporan ${g.approved}, kiriman ke-1, centang /recipients/gepeng`)
  })

  it('who ticked a row', async () => {
    const found = await bySql(`UPDATE tick SET by = 'post:x' WHERE submission_id = $1`, g.returned)
    named(found, 'row-changed', `laporan ${g.returned}, kiriman ke-1, centang /recipients/gepeng`, 'Pemeriksa')
  })

  it('the due date of a report', async () => {
    const found = await bySql(`UPDATE submission SET due_at = due_at + interval '30 days' WHERE id = $1`, g.draft)
    named(found, 'row-changed', `laporan ${g.draft}`, 'Tenggat sekarang')
  })

  it('the date until which an answer is awaited', async () => {
    const found = await bySql(`UPDATE submission SET return_due_at = now() WHERE id = $1`, g.returned)
    named(found, 'row-changed', `laporan ${g.returned}`, 'Tenggat perbaikan sekarang')
  })

  it('the due date of what is owed', async () => {
    const found = await bySql(`UPDATE obligation SET extended_to = due_at + interval '30 days' WHERE id = $1`, g.draft)
    foundNow(found, 'row-changed', `kewajiban ${g.draft}`, 'Tenggat kewajiban')
  })

  it('what is owed, where it has a report', async () => {
    const found = await bySql('DELETE FROM obligation WHERE id = $1', g.draft)
    foundNow(found, 'row-missing', `kewajiban ${g.draft}`, 'tetapi kewajibannya tidak ada lagi')
  })

  it('a catalogue that was not published', async () => {
    const found = await bySql(
      `INSERT INTO form_version (form, version, body, sha256, published_by)
       SELECT form, 9, body, sha256, 'system' FROM form_version WHERE form = 'spm/triwulan' LIMIT 1`,
    )
    named(found, 'form-version-added', 'spm/triwulan versi 9', 'Tidak ada peristiwa yang menerbitkannya.')
  })

  it('a rule set that is approved without its approver', async () => {
    const found = await bySql(
      `INSERT INTO rule_set (id, year, version, body, status, proposed_by, approved_by, approved_at)
       SELECT '2026.9', 2026, 9, body, 'approved', 'system', 'system', now() FROM rule_set LIMIT 1`,
    )
    named(found, 'row-added', 'aturan penghitungan 2026.9')
  })

  it('a file that is let go', async () => {
    const found = await bySql('UPDATE attachment SET removed_at = now() WHERE id = $1', g.attachment.id)
    named(found, 'row-changed', `lampiran ${g.attachment.id}`, 'Saat dilepas sekarang')
  })

  it('a file that was let go and proves again', async () => {
    const found = await bySql('UPDATE attachment SET removed_at = NULL WHERE id = $1', g.removed)
    named(found, 'row-changed', `lampiran ${g.removed}`, 'Saat dilepas sekarang kosong')
  })

  it('a post that was not granted', async () => {
    const found = await bySql(
      `INSERT INTO post (id, person_id, role, report_types, office_ids, region, "from")
       VALUES (gen_random_uuid(), $1, 'approver', '{}', '{}', true, '2026-01-01')`,
      g.person,
    )
    named(found, 'row-added', 'jabatan ')
  })

  it('a post that reaches further', async () => {
    const found = await bySql(`UPDATE post SET role = 'verifier', region = true WHERE id = $1`, g.post)
    named(found, 'row-changed', `jabatan ${g.post}`, 'Peran sekarang "verifier", bukan "operator"')
    named(found, 'row-changed', `jabatan ${g.post}`, 'Seluruh daerah sekarang true, bukan false')
  })

  it('a person who is renamed', async () => {
    const found = await bySql(`UPDATE person SET name = 'Siti Lain' WHERE id = $1`, g.person)
    named(found, 'row-changed', `orang ${g.person}`, 'Nama tidak sama dengan yang dicatat')
    expect(JSON.stringify(found)).not.toContain('Siti')
  })

  it('a person who has another NIP to sign in with', async () => {
    const found = await bySql(`UPDATE person SET nip = '198503032010012003' WHERE id = $1`, g.person)
    named(found, 'row-changed', `orang ${g.person}`, 'NIP tidak sama')
  })

  it('a person who is put there', async () => {
    const found = await bySql(
      `INSERT INTO person (id, name, email) VALUES (gen_random_uuid(), 'Hantu', 'h@orang.invalid')`,
    )
    named(found, 'row-added', 'orang ')
  })

  it('a key that answers to another', async () => {
    const found = await bySql('UPDATE api_key SET owner_id = $2 WHERE id = $1', g.key, g.person)
    named(found, 'row-changed', `kunci ${g.key}`, 'Penanggung jawab sekarang')
  })

  it('a key that may do more', async () => {
    const found = await bySql(`UPDATE api_key SET scopes = scopes || '{submission.approve}' WHERE id = $1`, g.key)
    named(found, 'row-changed', `kunci ${g.key}`, 'Wewenang sekarang')
  })

  it('an event that no release writes, by which the audit would stop', async () => {
    const found = await g.audit.asApplication(async db => {
      const data = `{"bound": {"lain": {"x": {}}, "note": null}, "revision": "x"}`
      await db.query(
        `INSERT INTO event SELECT stream, seq + 1, 'submission.recomputed', at, actor, $2, hash, repeat('0', 64) FROM event
         WHERE stream = 'submission/' || $1 ORDER BY seq DESC LIMIT 1`,
        [g.approved, data],
      )
    })
    named(found, 'event-changed', `submission/${g.approved}`)
    expect(found.map(({ code }) => code)).not.toContain('unreadable')
  })

  it('an event that says again how everything is', async () => {
    const found = await g.audit.asApplication(async db => {
      await db.query(`UPDATE submission SET status = 'approved' WHERE id = $1`, [g.submitted])
      const { rows } = await db.query(
        `SELECT jsonb_set(e.data->'bound', ARRAY['submission', $1, 'status'], '"approved"') AS bound, h.seq, h.hash FROM event_head h
         JOIN event e ON e.stream = h.stream AND e.seq = h.seq WHERE h.stream = 'submission/' || $1`,
        [g.submitted],
      )
      const { bound, seq, hash: prev } = rows[0]
      const event = {
        stream: `submission/${g.submitted}`,
        seq: seq + 1,
        type: 'history.bound',
        at: new Date(),
        actor: 'system',
        data: { bound },
        prev,
      }
      const hash = eventHash(event)
      await db.query(
        'INSERT INTO event (stream, seq, type, at, actor, data, prev, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
        [...Object.values(event).map(value => (value === event.data ? JSON.stringify(value) : value)), hash],
      )
      await db.query('UPDATE event_head SET seq = $2, hash = $3 WHERE stream = $1', [event.stream, event.seq, hash])
    })
    named(found, 'bound-again', `submission/${g.submitted}`)
  })
})

describe('what one who may do everything changes is named, with what and when', () => {
  it('a draft that is made approved, with the triggers off', async () => {
    const found = await bySuperuser(`UPDATE submission SET status = 'approved' WHERE id = $1`, g.draft)
    named(found, 'row-changed', `laporan ${g.draft}`, 'Status sekarang "Disetujui"')
  })

  it('the body of an approved rule set', async () => {
    const found = await bySuperuser(
      `UPDATE rule_set SET body = jsonb_set(body, '{spm,nil}', '"other"') WHERE id = $1`,
      g.ruleSet,
    )
    named(found, 'row-changed', `aturan penghitungan ${g.ruleSet}`, 'Isi tidak sama')
  })

  it('a guard of history that is dropped', async () => {
    foundNow(await changing('DROP TRIGGER event_append_only ON event'), 'guard-missing', 'event.event_append_only')
  })

  it('a guard of history that is disabled', async () => {
    const found = await changing('ALTER TABLE revision DISABLE TRIGGER revision_append_only')
    foundNow(found, 'guard-changed', 'penjaga revision.revision_append_only', 'Dimatikan.')
  })

  it('a guard of history that is emptied', async () => {
    const found = await changing(
      `CREATE OR REPLACE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN COALESCE(NEW, OLD); END $$`,
    )
    foundNow(found, 'guard-changed', 'fungsi refuse_rewrite()', 'Diganti')
  })

  it('a guard of history that is replaced by one that calls something else', async () => {
    const found = await changing(
      `CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN COALESCE(NEW, OLD); END $$;
       DROP TRIGGER seal_append_only ON seal;
       CREATE TRIGGER seal_append_only BEFORE UPDATE OR DELETE ON seal FOR EACH ROW EXECUTE FUNCTION nothing()`,
    )
    foundNow(found, 'guard-changed', 'penjaga seal.seal_append_only', 'Diganti')
  })

  it('a guard of history that looks at updates alone', async () => {
    const found = await changing(
      `DROP TRIGGER figure_append_only ON figure;
       CREATE TRIGGER figure_append_only BEFORE UPDATE ON figure FOR EACH ROW EXECUTE FUNCTION refuse_rewrite()`,
    )
    foundNow(found, 'guard-changed', 'penjaga figure.figure_append_only', 'Diganti')
  })

  it('a trigger that does something of its own', async () => {
    const found = await changing(
      `CREATE FUNCTION mine() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.status := 'approved'; RETURN NEW; END $$;
       CREATE TRIGGER mine BEFORE UPDATE ON submission FOR EACH ROW EXECUTE FUNCTION mine()`,
    )
    foundNow(found, 'guard-added', 'penjaga submission.mine', 'Tidak dibuat oleh SEPAKAT.')
  })

  it('references that are not kept any more', async () => {
    const found = await changing('ALTER TABLE submission DISABLE TRIGGER ALL')
    foundNow(found, 'guard-changed', 'penjaga rujukan pada tabel submission', 'Dimatikan.')
  })

  it('a bound that is dropped, and one that is replaced by one that lets everything pass', async () => {
    const dropped = await changing('ALTER TABLE submission DROP CONSTRAINT submission_status')
    foundNow(dropped, 'guard-missing', 'batasan submission.submission_status')
    const replaced = await changing(
      `ALTER TABLE submission DROP CONSTRAINT submission_status; ALTER TABLE submission ADD CONSTRAINT submission_status CHECK (true)`,
    )
    foundNow(replaced, 'guard-changed', 'batasan submission.submission_status')
  })

  it("a right that is granted to the application's account", async () => {
    const found = await changing('GRANT UPDATE, DELETE ON event TO sepakat_app')
    foundNow(found, 'right-changed', 'akun aplikasi pada tabel event', 'mendapat hak UPDATE, DELETE')
  })

  it('a right on one column alone', async () => {
    const found = await changing('GRANT UPDATE (body) ON revision TO sepakat_app')
    foundNow(found, 'right-changed', 'akun aplikasi pada tabel revision', 'mendapat hak UPDATE (body)')
  })

  it('a right that is granted to everybody', async () => {
    const found = await changing('GRANT TRUNCATE ON answer_change TO PUBLIC')
    foundNow(found, 'right-changed', 'akun aplikasi pada tabel answer_change', 'mendapat hak TRUNCATE')
  })

  it("a table that becomes the application's own", async () => {
    const found = await changing('ALTER TABLE figure OWNER TO sepakat_app')
    foundNow(found, 'right-changed', 'akun aplikasi pada tabel figure', 'OWNER')
  })

  it('an account that passes by every guard', async () => {
    const found = await changing('ALTER ROLE sepakat_app SUPERUSER')
    foundNow(found, 'right-changed', 'akun aplikasi', 'SUPERUSER')
  })

  it('a setting by which no guard looks at the account', async () => {
    const found = await changing('ALTER ROLE sepakat_app SET session_replication_role = replica')
    foundNow(found, 'right-changed', 'akun aplikasi', 'session_replication_role')
  })

  it('a stream whose last events are cut off', async () => {
    const found = await bySuperuser(
      `DELETE FROM event WHERE stream = $1 AND seq = (SELECT max(seq) FROM event WHERE stream = $1)`,
      `submission/${g.approved}`,
    )
    named(found, 'stream-cut', `submission/${g.approved}`)
    named(found, 'sealed-event-missing', `submission/${g.approved}`)
  })

  it('an event that is changed', async () => {
    const found = await bySuperuser(
      `UPDATE event SET actor = 'system' WHERE stream = $1 AND seq = 2`,
      `submission/${g.approved}`,
    )
    named(found, 'event-changed', `submission/${g.approved}`, 'Peristiwa nomor 2')
  })

  it('an event in the middle that is gone', async () => {
    const found = await bySuperuser('DELETE FROM event WHERE stream = $1 AND seq = 2', `submission/${g.approved}`)
    named(found, 'event-missing', `submission/${g.approved}`, 'Peristiwa nomor 2')
  })

  it('a seal that is changed', async () => {
    named(
      await bySuperuser(`UPDATE seal SET heads = '{}' WHERE n = $1`, g.noted.n),
      'seal-changed',
      `segel ${g.noted.n}`,
    )
  })

  it('seals that are rewritten as a whole, given one that was noted', async () => {
    const found = await g.audit.after(async db => {
      const { rows } = await db.query('SELECT n, at, heads, prev FROM seal WHERE n = $1', [g.noted.n])
      const seal = { ...rows[0], at: new Date(rows[0].at.getTime() - 60_000) }
      await db.query('UPDATE seal SET at = $2, hash = $3 WHERE n = $1', [seal.n, seal.at, sealHash(seal)])
    }, g.noted)
    named(found, 'anchor-differs', `segel ${g.noted.n}`)
  })

  it('an answer in a frozen revision', async () => {
    const found = await bySuperuser(
      `UPDATE revision SET body = jsonb_set(body, '{answers,recipients,gepeng,served}', '"200"') WHERE submission_id = $1`,
      g.approved,
    )
    named(found, 'revision-changed', `laporan ${g.approved}, kiriman ke-1`, 'isi (isian, temuan, atau angka)')
  })

  it('a revision of which nothing is left', async () => {
    const found = await bySuperuser(`UPDATE revision SET body = '{}' WHERE submission_id = $1`, g.approved)
    named(found, 'revision-changed', `laporan ${g.approved}, kiriman ke-1`)
    named(found, 'figure-added', `laporan ${g.approved}, kiriman ke-1`)
  })

  it('a revision that is no revision at all, with all that is wrong elsewhere', async () => {
    const found = await g.audit.after(async db => {
      await db.query(`UPDATE revision SET body = 'null' WHERE submission_id = $1`, [g.approved])
      await db.query(`UPDATE attachment SET title = 'Lain' WHERE id = $1`, [g.attachment.id])
    })
    foundNow(found, 'unreadable', 'kiriman', 'tidak terbaca')
    named(found, 'attachment-changed', `lampiran ${g.attachment.id}`)
  })

  it('a revision that is gone', async () => {
    const found = await g.audit.after(async db => {
      await db.query('DELETE FROM figure WHERE submission_id = $1', [g.submitted])
      await db.query('DELETE FROM revision WHERE submission_id = $1', [g.submitted])
    })
    named(found, 'revision-missing', `laporan ${g.submitted}, kiriman ke-1`)
  })

  it('a figure', async () => {
    const found = await bySuperuser(
      `UPDATE figure SET value = 99 WHERE submission_id = $1 AND code = 'spm.recipients' AND row = 'gepeng'`,
      g.approved,
    )
    named(found, 'figure-changed', `laporan ${g.approved}, kiriman ke-1`, 'tertulis 99, menurut penurunannya 75')
  })

  it('a computation by another rule set that was not made', async () => {
    const found = await bySuperuser(
      `INSERT INTO recomputation (submission_id, n, rule_set, outcome, at) VALUES ($1, 1, $2, 'unlike', now())`,
      g.approved,
      g.ruleSet,
    )
    named(found, 'figure-added', `laporan ${g.approved}, kiriman ke-1`, g.ruleSet)
  })

  it('a change of an answer that was submitted', async () => {
    const found = await bySuperuser(
      `UPDATE answer_change SET "to" = '"11"' WHERE submission_id = $1 AND seq = 1`,
      g.approved,
    )
    named(found, 'change-changed', `laporan ${g.approved}, kiriman ke-1`)
  })

  it('a change of an answer that is gone, also from a draft', async () => {
    const found = await bySuperuser('DELETE FROM answer_change WHERE submission_id = $1 AND seq = 1', g.draft)
    named(found, 'change-missing', `laporan ${g.draft}`, 'Perubahan isian nomor 1')
  })

  it('a catalogue that was published', async () => {
    const found = await bySuperuser(
      `UPDATE form_version SET body = jsonb_set(body, '{rows,0,label}', '"Lain"') WHERE form = 'spm/triwulan'`,
    )
    named(found, 'form-version-changed', 'spm/triwulan versi 1')
  })

  it('a file that says it holds other bytes', async () => {
    const found = await bySuperuser(`UPDATE attachment SET sha256 = repeat('0', 64) WHERE id = $1`, g.attachment.id)
    named(found, 'attachment-changed', `lampiran ${g.attachment.id}`)
    named(found, 'file-missing', `lampiran ${g.attachment.id}`)
  })

  it('what is said of a file', async () => {
    const found = await bySuperuser(`UPDATE attachment SET title = 'Lain' WHERE id = $1`, g.attachment.id)
    named(found, 'attachment-changed', `lampiran ${g.attachment.id}`, 'Keterangan berkas')
  })

  it('the bytes of a file', async () => {
    const file = g.audit.fileOf(g.attachment.sha256)
    await writeFile(file, pdf('isi lain'))
    const found = await g.audit.verify()
    await writeFile(file, pdf())
    named(found, 'file-changed', `lampiran ${g.attachment.id}`)
  })
})

describe('npm run audit:verify', () => {
  /** A statement, the id or stream it is about, and what of it must be read in one line of what the command says. */
  const ways = (): [sql: string, about: string, ...said: string[]][] => [
    [`UPDATE submission SET status = 'approved' WHERE id = $1`, g.submitted, 'Status sekarang "Disetujui"'],
    [`UPDATE submission SET status = 'returned' WHERE id = $1`, g.approved, 'Status sekarang "Dikembalikan"'],
    [
      `UPDATE submission SET approved_revision = NULL WHERE id = $1`,
      g.approved,
      'Kiriman yang disetujui sekarang kosong',
    ],
    [`UPDATE submission SET due_at = due_at + interval '9 days' WHERE id = $1`, g.draft, 'Tenggat sekarang'],
    [`UPDATE obligation SET due_at = due_at + interval '5 days' WHERE id = $1`, g.submitted, 'Tenggat kewajiban'],
    [`UPDATE note SET text = 'x' WHERE id = $1`, g.answered, 'Teks tidak sama'],
    [`DELETE FROM note WHERE id = $1`, g.note, 'tidak ada lagi'],
    [
      `UPDATE answer_row SET fields = jsonb_set(fields, '{due,v}', '"7"') WHERE submission_id = $1`,
      g.draft,
      '"7", bukan "200"',
    ],
    [`UPDATE reopen_request SET reason = 'x' WHERE id = $1`, g.request, 'Alasan tidak sama'],
    [`DELETE FROM tick WHERE submission_id = $1`, g.approved, 'Centang ini tercatat'],
    [`UPDATE tick SET by = 'x' WHERE submission_id = $1`, g.returned, 'Pemeriksa, saat, atau isi'],
    [`UPDATE rule_set SET body = '{}' WHERE id = $1`, g.ruleSet, 'Isi tidak sama'],
    [`UPDATE attachment SET removed_at = now() WHERE id = $1`, g.attachment.id, 'Saat dilepas sekarang'],
    [`UPDATE attachment SET title = 'x' WHERE id = $1`, g.attachment.id, 'Keterangan berkas'],
    [`UPDATE attachment SET removed_at = NULL WHERE id = $1`, g.removed, 'Saat dilepas sekarang kosong'],
    [`UPDATE post SET role = 'approver' WHERE id = $1`, g.post, 'Peran sekarang "approver"'],
    [
      `INSERT INTO post (id, person_id, role, report_types, office_ids, region, "from")
       SELECT $1, id, 'approver', '{}', '{}', true, '2026-01-01' FROM person LIMIT 1`,
      '0199f5a0-0000-7000-8000-000000000001',
      'jabatan',
      'Tidak ada peristiwa yang mencatatnya',
    ],
    [`UPDATE person SET name = 'x' WHERE id = $1`, g.person, 'Nama tidak sama'],
    [
      `UPDATE api_key SET owner_id = (SELECT person_id FROM post WHERE role = 'approver' LIMIT 1) WHERE id = $1`,
      g.key,
      'Penanggung jawab',
    ],
    [
      `UPDATE answer_change SET "to" = '"9"' WHERE seq = 1 AND submission_id = $1`,
      g.approved,
      'diubah sesudah dikirim',
    ],
    [`UPDATE figure SET value = 99 WHERE code = 'spm.recipients' AND submission_id = $1`, g.approved, 'tertulis 99'],
    [`UPDATE revision SET receipt = 'x' WHERE submission_id = $1`, g.returned, 'nomor tanda terima'],
    [
      `UPDATE event SET actor = 'system' WHERE seq = 2 AND stream = 'submission/' || $1`,
      g.returned,
      'Peristiwa nomor 2',
    ],
    [`DELETE FROM event WHERE seq = 2 AND stream = 'submission/' || $1`, g.submitted, 'di ujung tidak ada lagi'],
    [`UPDATE seal SET heads = '{}' WHERE n = $1`, String(g.noted.n), `segel ${g.noted.n}: Segel ini diubah`],
    [`UPDATE form_version SET body = '{}' WHERE form = $1`, 'spm/triwulan', 'Katalog yang sudah terbit diubah'],
  ]
  /** What guards, by statements that name no row. */
  const guards: [sql: string, ...said: string[]][] = [
    ['DROP TRIGGER event_append_only ON event', 'penjaga event.event_append_only', 'Tidak ada lagi'],
    ['ALTER TABLE revision DISABLE TRIGGER revision_append_only', 'penjaga revision.revision_append_only', 'Dimatikan'],
    [
      `CREATE OR REPLACE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$`,
      'fungsi refuse_rewrite()',
      'Diganti',
    ],
    ['GRANT DELETE ON event TO sepakat_app', 'akun aplikasi pada tabel event', 'DELETE'],
  ]

  it('names every one of twenty-eight tamperings and more of one copy, with what and when', async () => {
    const sql = g.audit.superuser
    await sql.query('SET session_replication_role = replica')
    for (const [statement, about] of ways())
      expect((await sql.query(statement, [about])).rowCount, statement).toBeGreaterThan(0)
    for (const [statement] of guards) await sql.query(statement)
    const { code, said } = await g.audit.command()
    expect(code).toBe(1)
    const lines = said.split('\n').filter(line => line.startsWith('TIDAK COCOK'))
    for (const words of [...ways(), ...guards].map(([, ...rest]) => rest)) {
      const line = lines.find(text => words.every(word => text.includes(word)))
      expect(line, words.join(' · ')).toMatch(
        /\((diubah sesudah \d{4}-\d{2}-\d{2} [\d:]{8} UTC|ditemukan saat pemeriksaan ini)\)$/,
      )
    }
    expect(ways().length + guards.length).toBeGreaterThanOrEqual(28)
  })
})
