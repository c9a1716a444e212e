import { Callout } from '#ui/Callout.tsx'
import { sizeWords } from '#ui/numbers.ts'
import { useStorageRoom } from './storageRoom.ts'

/** Below this (bytes) the user is warned before the disk is full. */
const little = 60 * 1024 * 1024

/** Warns that the room for offline work runs out, and (`all`) that the browser may delete it by itself. */
export function StorageNote({ all }: { all?: boolean }) {
  const { left, lasting } = useStorageRoom()
  return (
    <>
      {left !== null && left < little && (
        <Callout tone="warn" title={`Penyimpanan perangkat ini hampir penuh: tersisa ${sizeWords(Math.max(0, left))}`}>
          Hapus berkas lain di perangkat sebelum bekerja tanpa jaringan. Bila penuh, isian dan berkas hanya bertahan
          selama halamannya terbuka.
        </Callout>
      )}
      {all && lasting === false && (
        <Callout tone="info" title="Peramban ini boleh menghapus data luring saat penyimpanan penuh">
          Sambungkan perangkat ke jaringan sesering mungkin supaya isian sampai di server. Memasang aplikasi ini dari
          menu peramban biasanya membuat datanya tetap.
        </Callout>
      )}
    </>
  )
}
