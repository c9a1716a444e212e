import { useEffect } from 'react'
import { useOnline } from '#sync/transport/online.ts'
import type { Upload } from '#sync/uploads/fileListOf.ts'
import { announce } from '#ui/announce.ts'
import { percentOf } from '#ui/numbers.ts'
import { uploadWords } from '../attach/uploadWords.ts'
import styles from './EvidenceFile.module.css'

/** How much of a file the server has: bytes only passed to the network do not count. Each quarter is announced. */
export function UploadProgress({ upload }: { upload: Upload }) {
  const online = useOnline()
  const words = uploadWords(upload, online)
  const percent = percentOf(upload.stored, upload.bytes)
  const { fileName, unsaid } = upload
  const quarter = percent < 100 ? Math.floor(percent / 25) * 25 : 0
  useEffect(() => {
    if (quarter > 0) announce(`${fileName}: ${quarter} % sudah sampai.`)
  }, [quarter, fileName])
  if (unsaid) return <span>{words}</span>
  return (
    <>
      <span>{words}</span>
      <span
        className={styles.bar}
        role="progressbar"
        aria-label={`Mengirim ${fileName}`}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={words}
      >
        <span style={{ width: `${percent}%` }} />
      </span>
    </>
  )
}
