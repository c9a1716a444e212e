import { useEffect } from 'react'
import { useMe } from '#sync/session/me.tsx'

/** Once the first page is up, resumes uploads that an earlier visit left on this device, on whichever page the user is. */
export function SendFiles() {
  const me = useMe()
  const [person, post] = [me.person.id, me.post?.id ?? '']
  useEffect(() => {
    const timer = setTimeout(async () => {
      const { fileQueueFor } = await import('#sync/uploads/fileQueueFor.ts')
      await fileQueueFor(person, post).resume()
    }, 2000)
    return () => clearTimeout(timer)
  }, [person, post])
  return null
}
