import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { useMe } from '#sync/session/me.tsx'
import { file } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { saveFile } from '#ui/saveFile.ts'
import styles from './Reports.module.css'

/** What an office filed is its own: it can be exported at any time. */
export function DownloadData({ year }: { year: number | undefined }) {
  const { post } = useMe()
  const heading = useId()
  if (!post || post.offices.length === 0) return null
  return (
    <section className={styles.download} aria-labelledby={heading}>
      <h2 id={heading}>Unduh data {year ? `tahun ${year}` : 'semua tahun'}</h2>
      <p>
        Berkas berisi semua isian setiap laporan beserta kode, satuan, dan kirimannya, angka dengan rumusnya, catatan
        verifikator, dan daftar bukti dukung. CSV dibuka dengan Excel atau LibreOffice, JSON untuk program. Laporan
        latihan tidak ikut; tahun mengikuti saringan di atas.
      </p>
      {post.offices.map(office => (
        <DownloadOffice key={office.id} office={office} year={year} named={post.offices.length > 1} />
      ))}
    </section>
  )
}

interface DownloadOfficeProps {
  office: { id: string; name: string }
  year: number | undefined
  named: boolean
}

function DownloadOffice({ office, year, named }: DownloadOfficeProps) {
  const made = useMutation({
    mutationFn: async (format: 'csv' | 'json') => {
      const given = await file('GET /offices/:id/export', { params: { id: office.id }, query: { format, year } })
      if (given instanceof File) saveFile(given, given.name)
    },
  })
  return (
    <>
      <div className={styles.formats}>
        {named && <span>{office.name}</span>}
        {(['csv', 'json'] as const).map(format => (
          <Button
            key={format}
            icon="download"
            busy={made.isPending && made.variables === format && 'Menyiapkan berkas…'}
            onClick={() => made.mutate(format)}
          >
            Unduh {format.toUpperCase()} {named && <span className="visually-hidden">{office.name}</span>}
          </Button>
        ))}
      </div>
      {made.isError && <ProblemPanel error={made.error} onRetry={() => made.mutate(made.variables)} />}
    </>
  )
}
