import { useState } from 'react'
import type { Post as Held } from '#sync/apiTypes.ts'
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
import styles from './Post.module.css'

/** The person, and the post in which he or she acts. */
export function Post() {
  const { person, post, region } = useMe()
  return (
    <p className={styles.who}>
      <strong>{person.name}</strong>
      {post && (
        <span>
          {postTitle(post)} · {postPlace(post, region.name)}
        </span>
      )}
      <small>{post ? 'Anda bertindak dalam jabatan ini.' : 'Belum memegang jabatan'}</small>
    </p>
  )
}

/** Asks which of the posts to act in. */
export function SwitchPost({ open, onClose }: { open: boolean; onClose: () => void }) {
  const me = useMe()
  const setMe = useSetMe()
  const waits = useSaveState(({ waiting }) => waiting > 0)
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
  const unsaved = waits && 'Tunggu sampai semua isian tersimpan.'
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

const hintOf = (post: Held, region: string): string => {
  const types = post.reportTypes.map(type => type.toUpperCase()).join(', ')
  return [postPlace(post, region), types, post.actingFor && `menggantikan ${post.actingFor}`]
    .filter(Boolean)
    .join(' · ')
}
