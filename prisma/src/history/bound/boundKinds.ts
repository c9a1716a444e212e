import { instantText } from '../instantText.ts'

/** A column that history binds: as it is, or (`hashed`) by a digest alone, where it is long or a text of a person. */
export interface BoundColumn {
  /** What an auditor calls it. */
  word: string
  /** SQL over the row `t`, as JSON; null counts as absent. */
  sql: string
  hashed?: true
}

/** Rows that history binds. What is added to one of these lists binds only what is written from then on: see decision 0054. */
export interface BoundKind {
  table: string
  word: string
  /** SQL of the submission whose stream binds it; absent: the stream of rights does. */
  submission?: string
  /** The type of its id; absent: `uuid`. */
  id?: 'uuid' | 'text'
  /** SQL of the salt of its digests, which goes with the row. */
  salt?: string
  columns: Record<string, BoundColumn>
}

const plain = (word: string, sql: string): BoundColumn => ({ word, sql })
const at = (word: string, column: string): BoundColumn => ({ word, sql: instantText(column) })
const hashed = (word: string, sql: string): BoundColumn => ({ word, sql, hashed: true })
/** Several that are written once: one digest says for all of them that none was changed. */
const once = (word: string, ...columns: string[]): BoundColumn =>
  hashed(word, `jsonb_build_array(${columns.join(', ')})`)

/** Of the second factor, which goes without a trace where its row is deleted. */
const factorOf = (column: string): string => `(SELECT ${column} FROM second_factor f WHERE f.person_id = t.id)`

const ofSubmission = {
  submission: {
    table: 'submission',
    word: 'data laporan',
    submission: 't.id',
    columns: {
      status: plain('status', 't.status'),
      statusAt: at('saat status', 't.status_at'),
      statusBy: plain('siapa yang mengubah status', 't.status_by'),
      dueAt: at('tenggat', 't.due_at'),
      returnDueAt: at('tenggat perbaikan', 't.return_due_at'),
      latestRevision: plain('kiriman terakhir', 't.latest_revision'),
      approvedRevision: plain('kiriman yang disetujui', 't.approved_revision'),
      submittedAt: at('saat dikirim', 't.submitted_at'),
      submittedFrom: plain('status sebelum dikirim', 't.submitted_from'),
      claimedBy: plain('pemeriksa', 't.claimed_by'),
      claimedAt: at('saat mulai diperiksa', 't.claimed_at'),
      reviewedBy: plain('pemeriksa pertama', 't.reviewed_by'),
      open: hashed('bagian yang dibuka', `CASE WHEN t.open_all THEN NULL ELSE to_jsonb(t.open_anchors) END`),
      formVersion: plain('versi formulir', 't.form_version'),
      of: once(
        'perangkat daerah, formulir, periode, nomor, atau asal',
        't.office_id',
        't.form',
        't.report_type',
        't.period',
        't.number',
        't.practice',
        't.origin',
        't.plan',
        't.created_by',
        instantText('t.created_at'),
      ),
    },
  },
  note: {
    table: 'note',
    word: 'catatan',
    submission: 't.submission_id',
    columns: {
      status: plain('status', 't.status'),
      text: hashed('teks', 'to_jsonb(t.text)'),
      answers: hashed('jawaban', `NULLIF(t.answers, '[]')`),
      of: once('tempat, kiriman, penulis, atau saat ditulis', 't.anchor', 't.revision', 't.by', instantText('t.at')),
    },
  },
  question: {
    table: 'figure_question',
    word: 'permintaan penjelasan',
    submission: 't.submission_id',
    columns: {
      status: plain('status', 't.status'),
      text: hashed('teks', 'to_jsonb(t.text)'),
      answers: hashed('jawaban', `NULLIF(t.answers, '[]')`),
      of: once(
        'kiriman, angka, penanya, atau saat ditanyakan',
        't.revision',
        't.code',
        't."row"',
        't.by',
        instantText('t.at'),
      ),
    },
  },
  attachment: {
    table: 'attachment',
    word: 'lampiran',
    submission: 't.submission_id',
    columns: {
      removedAt: at('saat dilepas', 't.removed_at'),
      warnings: plain('peringatan', `to_jsonb(NULLIF(t.warnings, '{}'))`),
      of: once(
        'nama, jenis, ukuran, pengirim, saat, atau berkas yang diganti',
        't.file_name',
        't.media',
        't.bytes',
        't.replaces',
        't.by',
        instantText('t.at'),
      ),
    },
  },
  contribution: {
    table: 'contribution',
    word: 'pembagian pengisian',
    submission: 't.submission_id',
    columns: {
      status: plain('status', 't.status'),
      statusAt: at('saat status', 't.status_at'),
      dueAt: at('tenggat', 't.due_at'),
      note: hashed('pesan', 'to_jsonb(t.note)'),
      of: once(
        'bagian, penerima, pemberi, atau saat diberikan',
        't.anchors',
        't.office_id',
        't.person_id',
        't.by',
        instantText('t.at'),
      ),
    },
  },
  reopening: {
    table: 'reopen_request',
    word: 'permintaan buka kembali',
    submission: 't.submission_id',
    columns: {
      status: plain('status', 't.status'),
      reason: hashed('alasan', 'to_jsonb(t.reason)'),
      changes: hashed('perubahan yang diminta', 't.changes'),
      answer: hashed('jawaban', `to_jsonb(NULLIF(t.answer, ''))`),
      answeredBy: plain('penjawab', 't.answered_by'),
      answeredAt: at('saat dijawab', 't.answered_at'),
      of: once('peminta atau saat diminta', 't.by', instantText('t.at')),
    },
  },
} satisfies Record<string, BoundKind>

const ofRights = {
  person: {
    table: 'person',
    word: 'orang',
    salt: 't.salt',
    columns: {
      name: hashed('nama', 'to_jsonb(t.name)'),
      nip: hashed('NIP', 'to_jsonb(t.nip)'),
      username: hashed('nama pengguna', 'to_jsonb(t.username)'),
      phone: hashed('nomor telepon', 'to_jsonb(t.phone)'),
      email: hashed('alamat yang dikenal mesin masuk', 'to_jsonb(t.email)'),
      disabledAt: at('saat dinonaktifkan', 't.disabled_at'),
      demo: plain('akun contoh', 't.demo'),
      factorAt: at('saat verifikasi dua langkah dipasang', factorOf('set_up_at')),
      factor: hashed('rahasia verifikasi dua langkah', factorOf('to_jsonb(f.secret)')),
    },
  },
  post: {
    table: 'post',
    word: 'jabatan',
    columns: {
      person: plain('pemegang', 't.person_id'),
      role: plain('peran', 't.role'),
      title: hashed('nama jabatan', 'to_jsonb(t.title)'),
      reportTypes: plain('jenis laporan', 'to_jsonb(t.report_types)'),
      offices: plain('perangkat daerah', 'to_jsonb(t.office_ids)'),
      region: plain('seluruh daerah', 't.region'),
      from: plain('tanggal mulai', 't."from"'),
      to: plain('tanggal akhir', 't."to"'),
      acting: plain('sebutan pelaksana', 't.acting'),
      actingFor: hashed('yang diwakili', 'to_jsonb(t.acting_for)'),
    },
  },
  key: {
    table: 'api_key',
    word: 'kunci',
    columns: {
      owner: plain('penanggung jawab', 't.owner_id'),
      formerOwners: plain('penanggung jawab sebelumnya', `NULLIF(to_jsonb(t.former_owner_ids), '[]')`),
      scopes: plain('wewenang', 'to_jsonb(t.scopes)'),
      reportTypes: plain('jenis laporan', 'to_jsonb(t.report_types)'),
      offices: plain('perangkat daerah', 'to_jsonb(t.office_ids)'),
      region: plain('seluruh daerah', 't.region'),
      expiresAt: at('saat berakhir', 't.expires_at'),
      revokedAt: at('saat dicabut', 't.revoked_at'),
      of: once('nama, awalan, atau sidik kunci', 't.name', 't.prefix', `encode(t.hash, 'hex')`),
    },
  },
  ruleset: {
    table: 'rule_set',
    id: 'text',
    word: 'aturan penghitungan',
    columns: {
      status: plain('status', 't.status'),
      body: hashed('isi', 't.body'),
      note: hashed('alasan', 'to_jsonb(t.note)'),
      approvedBy: plain('yang menyetujui', 't.approved_by'),
      approvedAt: at('saat disetujui', 't.approved_at'),
      of: once(
        'tahun, nomor, pengusul, atau saat diusulkan',
        't.year',
        't.version',
        't.proposed_by',
        instantText('t.proposed_at'),
      ),
    },
  },
  seconding: {
    table: 'seconding',
    word: 'persetujuan kedua',
    columns: {
      status: plain('status', 't.status'),
      decidedBy: plain('yang memutuskan', 't.decided_by'),
      decidedAt: at('saat diputuskan', 't.decided_at'),
      reason: hashed('alasan', `to_jsonb(NULLIF(t.reason, ''))`),
      of: once('isi, peminta, atau saat diminta', 't.act', 't.digest', 't.asked_by', instantText('t.asked_at')),
    },
  },
} satisfies Record<string, BoundKind>

export const boundKinds = { ...ofSubmission, ...ofRights }
export type BoundKindName = keyof typeof boundKinds

export const kindsOfSubmission = Object.keys(ofSubmission) as BoundKindName[]
export const kindsOfRights = Object.keys(ofRights) as BoundKindName[]
export const boundKind = (name: BoundKindName): BoundKind => boundKinds[name]
