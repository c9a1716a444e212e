import { percentOf } from '../../../lib/numbers.ts'
import { useOnline } from '../../../lib/online.ts'
import type { Upload } from '../attach/fileList.ts'
import { uploadWords } from '../attach/uploadWords.ts'
import styles from './AttachmentLine.module.css'

/** How much of a file the server has: of bytes that were only handed to the line the bar says nothing. */
export function UploadProgress({ upload }: { upload: Upload }) {
  const online = useOnline()
  const words = uploadWords(upload, online)
  const percent = percentOf(upload.stored, upload.bytes)
  return (
    <>
      <span>{words}</span>
      <span
        className={styles.bar}
        role="progressbar"
        aria-label={`Mengunggah ${upload.fileName}`}
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
