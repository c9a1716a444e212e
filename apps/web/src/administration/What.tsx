import type { Seconding } from './seconding.ts'

/** What exactly happens, right by right. */
export function What({ seconding: { what } }: { seconding: Pick<Seconding, 'what'> }) {
  if (what.length === 1) return <>{what[0]}</>
  return (
    <ul>
      {what.map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
