import { useEffect } from 'react'
import { useMe } from '../lib/me.tsx'

/** After the first page has come up: files that an earlier visit left on this device go on, whichever page is open. */
export function SendFiles() {
  const me = useMe()
  const [person, post] = [me.person.id, me.post?.id ?? '']
  useEffect(() => {
    const timer = setTimeout(async () => {
      const { fileQueueFor } = await import('../features/form/attach/fileQueueFor.ts')
      await fileQueueFor(person, post).resume()
    }, 2000)
    return () => clearTimeout(timer)
  }, [person, post])
  return null
}
