import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import styles from '#administration/Admin.module.css'
import { ProblemPanel } from '#sync/problems/ProblemPanel.tsx'
import { api } from '#sync/transport/api.ts'
import { useInvalidate } from '#sync/transport/invalidate.ts'
import { Button } from '#ui/Button.tsx'
import { FileDrop } from '#ui/FileDrop.tsx'
import { Part } from '#ui/Part.tsx'
import { Said, useSaid } from '#ui/useSaid.tsx'
import own from './Papers.module.css'
import { emblemQuery } from './queries.ts'

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error ?? new Error('the file was not read'))
    reader.readAsDataURL(file)
  })

/** The emblem in the letterheads: shown, replaced, taken away. */
export function EmblemForm() {
  const emblem = useQuery(emblemQuery)
  const invalidate = useInvalidate()
  const { said, say } = useSaid()
  const [failed, setFailed] = useState<unknown>(null)
  const put = async (image: string | null, done: string) => {
    setFailed(null)
    try {
      await api('PUT /emblem', { body: { image } })
      await invalidate('GET /emblem', 'GET /paper-templates')
      say(done)
    } catch (error) {
      setFailed(error)
    }
  }
  const image = emblem.data?.image
  return (
    <Part title="Lambang daerah">
      <p className={styles.note}>Tampil di kop setiap naskah dan di sampul. Kop tanpa lambang tetap sah.</p>
      {image && (
        <img className={own.emblem} src={`data:${image.media};base64,${image.data}`} alt="Lambang daerah di kop" />
      )}
      <FileDrop
        label={image ? 'Ganti lambang' : 'Pilih lambang'}
        hint="SVG atau PNG, paling besar 200 KB."
        accept=".svg,.png"
        onFiles={async ([file]) => {
          if (file) await put(await base64Of(file), 'Lambang disimpan dan tampil di naskah berikutnya.')
        }}
      />
      {image && (
        <div className={styles.buttons}>
          <Button kind="danger" onClick={() => put(null, 'Lambang dihapus dari kop.')}>
            Hapus lambang
          </Button>
        </div>
      )}
      <Said said={said} />
      {failed !== null && <ProblemPanel error={failed} />}
    </Part>
  )
}
