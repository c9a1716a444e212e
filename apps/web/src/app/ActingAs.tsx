import { useState } from 'react'
import type { Post } from '#sync/apiTypes.ts'
import { saidOf } from '#sync/problems/ProblemError.ts'
import { useSaveState } from '#sync/saveState.ts'
import { useMe, useSetMe } from '#sync/session/me.tsx'
import { postPlace, postTitle } from '#sync/session/roles.ts'
import { api } from '#sync/transport/api.ts'
import { Button } from '#ui/Button.tsx'
import { Callout } from '#ui/Callout.tsx'
import { Radio } from '#ui/Checkbox.tsx'
import { Dialog } from '#ui/Modal.tsx'
import { paths } from '#ui/paths.ts'
import styles from './ActingAs.module.css'

/** The post in which the user acts, and a menu to change it. `listed`: as part of the phone's menu. */
export function ActingAs({ listed }: { listed?: boolean }) {
  const me = useMe()
  const [open, setOpen] = useState(false)
  if (!me.post) return <span className={styles.as}>Belum memegang jabatan</span>
  const others = me.posts.length > 1
  return (
    <div className={listed ? styles.listed : styles.as}>
      <span className={styles.text}>
        <small>Anda bertindak sebagai</small>
        <span className={styles.post}>
          {postTitle(me.post)} · {postPlace(me.post, me.region.name)}
        </span>
      </span>
      {others && (
        <Button small icon="chevron-down" onClick={() => setOpen(true)} aria-haspopup="dialog">
          Ganti jabatan
        </Button>
      )}
      {others && <SwitchPost open={open} onClose={() => setOpen(false)} />}
    </div>
  )
}

function SwitchPost({ open, onClose }: { open: boolean; onClose: () => void }) {
  const me = useMe()
  const setMe = useSetMe()
  const { waiting } = useSaveState()
  const [chosen, setChosen] = useState(me.post?.id ?? '')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<unknown>(null)

  async function change(): Promise<void> {
    setBusy(true)
    setFailed(null)
    try {
      const next = await api('PUT /session/post', { body: { post: chosen } })
      history.pushState(null, '', paths.home())
      setMe(next)
    } catch (error) {
      setFailed(error)
      setBusy(false)
    }
  }

  const same = chosen === me.post?.id && 'Pilih jabatan lain.'
  const unsaved = waiting > 0 && 'Tunggu sampai semua isian tersimpan.'
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Ganti jabatan"
      foot={
        <Button kind="primary" whyNot={unsaved || same} busy={busy && 'Mengganti…'} onClick={change}>
          Bertindak sebagai jabatan ini
        </Button>
      }
    >
      <fieldset className={styles.posts}>
        <legend>Jabatan Anda</legend>
        {me.posts.map(post => (
          <Radio
            key={post.id}
            name="post"
            value={post.id}
            checked={chosen === post.id}
            onChange={() => setChosen(post.id)}
            label={postTitle(post)}
            hint={hintOf(post, me.region.name)}
          />
        ))}
      </fieldset>
      {failed !== null && (
        <Callout tone="wrong" live>
          {saidOf(failed)}
        </Callout>
      )}
    </Dialog>
  )
}

const hintOf = (post: Post, region: string): string => {
  const types = post.reportTypes.map(type => type.toUpperCase()).join(', ')
  return [postPlace(post, region), types, post.actingFor && `menggantikan ${post.actingFor}`]
    .filter(Boolean)
    .join(' · ')
}
