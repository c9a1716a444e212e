import { roleLabels } from '../access/roles.ts'
import type { EventType } from '../eventTypes.ts'
import { type EventData, type KnownNames, numberOfData, type Tell, textOfData } from './Tell.ts'

const whom = ({ person }: EventData, { name }: KnownNames): string => name(person) ?? 'orang yang tidak lagi tercatat'
const roleOf = ({ role }: EventData): string =>
  (roleLabels as Record<string, string>)[textOfData(role)] ?? 'tanpa peran'
const keyOf = ({ key }: EventData, { name }: KnownNames): string =>
  `kunci API ${name(key) ?? 'yang tidak lagi tercatat'}`

/** What was asked of a second person. */
const asked: Record<string, string> = {
  posts: 'pemberian jabatan',
  'post-end': 'akhir jabatan',
  access: 'penonaktifan atau pengaktifan akun',
  key: 'penerbitan kunci API',
  'key-owner': 'pemindahan kunci API',
  'second-factor': 'pengaturan ulang verifikasi dua langkah',
  'office-parent': 'pemindahan perangkat daerah ke induk lain',
  reorganisation: 'penggabungan atau pemecahan perangkat daerah',
  setting: 'perubahan aturan persetujuan kedua',
}
const act = (data: EventData, known: KnownNames): string =>
  `${asked[textOfData(data.act)] ?? 'perubahan hak'}${data.person ? ` bagi ${whom(data, known)}` : ''}`

const webhookChanges: Record<string, string> = {
  added: 'menambah',
  removed: 'menghapus',
  secret: 'mengganti rahasia',
}

/** ` Dasbor Bappeda`, by the name it has now. */
const webhookName = ({ name }: EventData): string => {
  const now = textOfData(name) || textOfData((name as { to?: unknown } | undefined)?.to)
  return now && ` ${now}`
}

const refusedFor: Record<string, string> = { wrong: 'tidak cocok', throttled: 'terlalu sering dicoba' }
const tried: Record<string, string> = { password: 'sandi', code: 'kode masuk' }
/** Only the first refusals of an hour are kept. */
const andMore = ({ more }: EventData): string => (more === true ? '; yang sesudahnya dalam jam itu tidak dicatat' : '')

/** What an event of a way in, an account or a right says, after the name of who did it. */
export const accountEventWords = {
  'session.started': (data, known) => [`masuk sebagai ${whom(data, known)}`],
  'session.ended': ({ sessions, locked }) => [
    locked === true
      ? 'mengunci layarnya'
      : Array.isArray(sessions) && sessions.length > 1
        ? `mengakhiri ${sessions.length} sesinya`
        : 'keluar',
  ],
  'session.switched': () => ['berganti jabatan'],
  'session.refused': (data, known) => [
    `menolak upaya masuk${data.person ? ` sebagai ${whom(data, known)}` : ' dengan nama yang tidak dikenal'}: ${
      tried[textOfData(data.by)] ?? 'sandi'
    } ${refusedFor[textOfData(data.why)] ?? 'tidak cocok'}${andMore(data)}`,
  ],
  'password.refused': data => [`ditolak: sandinya sendiri yang diketik ulang tidak cocok${andMore(data)}`],
  'second-factor.refused': (data, known) => [
    `menolak kode verifikasi dua langkah yang salah untuk ${whom(data, known)}`,
  ],
  'key.refused': data => [
    `menolak kunci API${textOfData(data.prefix) && ` berawalan spk_${textOfData(data.prefix)}`} yang tidak berlaku${andMore(data)}`,
  ],
  'access.refused': data => [
    `ditolak: ${data.code === 'origin-refused' ? 'permintaannya datang dari situs lain' : 'yang diminta di luar wewenangnya'}${andMore(data)}`,
  ],
  'person.created': (data, known) => [`membuat akun ${whom(data, known)}`],
  'person.changed': (data, known) => [
    data.revives === true
      ? `mengaktifkan kembali akun ${whom(data, known)}`
      : data.disabled === true
        ? `menonaktifkan akun ${whom(data, known)}`
        : `mengubah data akun ${whom(data, known)}`,
  ],
  'post.granted': (data, known) => [`memberi ${whom(data, known)} jabatan ${roleOf(data)}`],
  'post.ended': (data, known) => [`mengakhiri jabatan ${whom(data, known)}`],
  'code.issued': (data, known) => [`menerbitkan kode masuk untuk ${whom(data, known)}`],
  'password.changed': () => ['mengganti sandinya'],
  'mailbox.changed': data => [
    data.address === true ? 'mengganti alamat surat elektroniknya' : 'mengubah pilihan surat elektroniknya',
  ],
  'password.reset': (data, known) => [`membuat sandi baru bagi ${whom(data, known)} dengan kode masuk`],
  'second-factor.set-up': () => ['memasang verifikasi dua langkah'],
  'second-factor.removed': () => ['melepas verifikasi dua langkah'],
  'second-factor.reset': (data, known) => [`mengatur ulang verifikasi dua langkah ${whom(data, known)}`],
  'second-factor.codes-made': (data, known) => [
    data.resets === true
      ? `membuat di server kode untuk mengatur ulang verifikasi dua langkah ${whom(data, known)}`
      : 'membuat kode pemulihan baru',
  ],
  'second-factor.code-used': (data, known) => [`menerima satu kode pemulihan ${whom(data, known)}`],
  'key.issued': (data, known) => [`menerbitkan ${keyOf(data, known)} dengan penanggung jawab ${whom(data, known)}`],
  'key.revoked': (data, known) => [`mencabut ${keyOf(data, known)}`],
  'key.handed-over': (data, known) => [`memindahkan ${keyOf(data, known)} kepada ${whom(data, known)}`],
  'webhook.changed': data => [`${webhookChanges[textOfData(data.change)] ?? 'mengubah'} webhook${webhookName(data)}`],
  'webhook.replayed': data => [
    data.messages === undefined
      ? `mengirim pesan uji ke webhook${webhookName(data)}`
      : `mengirim ulang pesan webhook${webhookName(data)}`,
  ],
  'second.asked': (data, known) => [`meminta ${act(data, known)}, yang menunggu orang kedua`],
  'second.approved': (data, known) => [`menyetujui sebagai orang kedua ${act(data, known)}`],
  'second.declined': (data, known) => [`menolak sebagai orang kedua ${act(data, known)}`],
  'second.withdrawn': (data, known) => [`menarik kembali permintaan ${act(data, known)}`],
  'submission.read': () => ['membaca laporan'],
  'attachment.read': () => ['membuka berkas bukti laporan'],
  'export.made': (data, known) => [
    data.what === 'events'
      ? `mengunduh jejak audit${numberOfData(data.filters) > 0 ? ' yang disaring' : ''}`
      : `mengunduh data ${known.name(data.office) ?? 'perangkat daerah'}${
          numberOfData(data.year) > 0 ? ` tahun ${numberOfData(data.year)}` : ''
        } (${textOfData(data.format).toUpperCase()})`,
  ],
} satisfies Partial<Record<EventType, Tell>>
