import { actorNames, eventsOfPerson, type PersonEvent, type Queryable } from '@sepakat/db'
import { type RightsActKind, type Role, roleLabels } from '@sepakat/rules'
import { shortDay } from '@sepakat/rules/periods/dates.ts'
import type { Acting } from '#http/auth/acting.ts'
import { pageOf } from '#http/cursor.ts'
import { invalid, problem } from '#http/problem.ts'

const roleOf = ({ role }: PersonEvent['data']): string => roleLabels[role as Role] ?? ''

const askedWords: Partial<Record<RightsActKind, string>> = {
  posts: 'Jabatan bagi Anda',
  'post-end': 'Akhir jabatan Anda',
  access: 'Penonaktifan atau pengaktifan akun Anda',
  key: 'Kunci API dengan Anda sebagai penanggung jawab',
  'key-owner': 'Pemindahan kunci API kepada Anda',
  'second-factor': 'Pengaturan ulang verifikasi dua langkah Anda',
}
/** What was asked, of an event that tells what became of it. */
const asked = ({ act }: PersonEvent['data']): string => askedWords[act as RightsActKind] ?? 'Perubahan hak Anda'

/** What an event did to the person's account, after "siapa": in one sentence. */
const words: Record<string, (data: PersonEvent['data']) => string> = {
  'person.created': () => 'Akun Anda dibuat.',
  'person.changed': ({ disabled, revives }) =>
    revives ? 'Akun Anda diaktifkan kembali.' : disabled ? 'Akun Anda dinonaktifkan.' : 'Data akun Anda diubah.',
  'post.granted': data => `Anda diberi jabatan ${roleOf(data)}.`,
  'post.ended': ({ to }) => `Salah satu jabatan Anda berakhir pada ${shortDay(String(to))}.`,
  'code.issued': () => 'Kode masuk untuk akun Anda diterbitkan. Siapa pun yang memegangnya dapat masuk sebagai Anda.',
  'password.reset': () => 'Sandi Anda dibuat baru dengan kode masuk.',
  'password.changed': () => 'Sandi Anda diganti.',
  'mailbox.changed': ({ address }) =>
    address ? 'Alamat surat elektronik Anda diganti.' : 'Pilihan surat elektronik Anda diubah.',
  'second-factor.set-up': () => 'Verifikasi dua langkah dipasang.',
  'second-factor.removed': () => 'Verifikasi dua langkah dilepas.',
  'second-factor.reset': () => 'Verifikasi dua langkah Anda diatur ulang: yang lama tidak berlaku lagi.',
  'second-factor.codes-made': ({ resets }) =>
    resets ? 'Kode untuk mengatur ulang verifikasi dua langkah Anda dibuat di server.' : 'Kode pemulihan baru dibuat.',
  'second-factor.code-used': () => 'Satu kode pemulihan Anda dipakai.',
  'second-factor.refused': () =>
    'Kode verifikasi yang salah ditolak. Bila bukan Anda yang mencoba, ada yang mengetahui sandi Anda: gantilah.',
  'key.issued': () => 'Kunci API diterbitkan dengan Anda sebagai penanggung jawab.',
  'key.revoked': () => 'Kunci API yang Anda tanggung dicabut.',
  'key.handed-over': () => 'Anda menjadi penanggung jawab sebuah kunci API.',
  'second.asked': data => `${asked(data)} diminta; berlakunya memerlukan persetujuan kedua.`,
  'second.approved': data => `${asked(data)} disetujui orang kedua.`,
  'second.declined': data => `${asked(data)} ditolak orang kedua.`,
  'second.withdrawn': data => `${asked(data)} tidak jadi: permintaannya ditarik kembali.`,
}

/** What happened to the account and rights of who asks, newest first; a program has no account. */
export const accountEvents = async (
  tx: Queryable,
  actor: Acting,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) => {
  if (actor.session === null)
    throw problem('no-right', { detail: 'Ini hanya untuk orang yang masuk, bukan untuk kunci API.' })
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor))
    throw invalid('/cursor', 'Penanda halaman ini tidak dikenal. Mulai lagi dari awal.')
  const person = actor.person.id
  const before = cursor === undefined ? null : Number(cursor)
  const { items, next } = pageOf(await eventsOfPerson(tx, { person, before, limit }), limit, ({ seq }) => String(seq))
  const nameOf = await actorNames(
    tx,
    items.map(event => event.actor),
  )
  return {
    items: items.map(({ seq, type, at, actor: by, own, data }) => ({
      seq,
      type,
      at: at.toISOString(),
      by: nameOf(by),
      own,
      words: words[type]?.(data) ?? type,
    })),
    next,
  }
}
